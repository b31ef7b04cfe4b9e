package fr.socle.lps.actions;

import fr.socle.lps.comptes.Account;
import fr.socle.lps.comptes.Accounts;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import fr.socle.lps.psc.ProfessionalProfile;
import fr.socle.lps.psc.PscFailure;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.psc.PscRefusal;
import fr.socle.lps.psc.PscSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logging in, looking at one's professional data, logging out. */
final class SessionActions {

  private final Services services;
  private final Clock clock;
  private final ProxyDesk proxy;

  private final Accounts accounts;
  private final FrontDesk desk;
  private final Defects defects;

  private @Nullable PscSession session;

  SessionActions(
      Services services, Clock clock, ProxyDesk proxy, Accounts accounts, Defects defects) {
    this.services = services;
    this.clock = clock;
    this.proxy = proxy;
    this.accounts = accounts;
    this.desk = new FrontDesk(accounts, defects);
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("authentifier-ps", this::login),
        proxy.login(() -> session = null),
        UserAction.of("choisir-activite", this::choose),
        UserAction.of("authentifier-autrement", this::loginOtherwise),
        UserAction.of("consulter-profil-ps", this::consult),
        UserAction.of("deconnecter-ps", this::logout));
  }

  /** The login that stands, null when nobody is logged in with Pro Santé Connect. */
  @Nullable PscSession current() {
    return session;
  }

  /** The same login with newer tokens. */
  void renewed(PscSession newer) {
    session = newer;
  }

  /** Forgets sessions and accounts. */
  void forgetAll() {
    session = null;
    proxy.leave();
    desk.forgetAll();
  }

  private UserAction.Prepared login(Input input) {
    Optional<String> seated = input.optionalText("identifiantNational");
    return () -> {
      session = null; // whoever was logged in is not any more, whatever happens next
      proxy.leave();
      try {
        return opened(services.psc().login(), seated, 2);
      } catch (PscProblem e) {
        return ended(e);
      } catch (Services.NotReady e) {
        return ended(String.valueOf(e.getMessage()));
      }
    };
  }

  /** Nobody is logged in any more. */
  void leave() {
    session = null;
    desk.leave();
    proxy.leave();
  }

  /**
   * Somebody has logged in.
   *
   * @param seated who was expected at the machine, if anybody was named
   */
  Outcome opened(PscSession opened, Optional<String> seated, int steps) {
    session = opened;
    List<String> messages = new ArrayList<>();
    ProfessionalProfile profile = opened.profile();
    Optional<String> refusal = desk.enter(profile, messages);
    if (refusal.isPresent()) {
      session = defects.has(Mutant.PSC_REFUS_A_MOITIE) ? opened : null;
      return Outcome.refused(
          SessionView.disconnected(List.of(refusal.get())), steps, refusal.get());
    }
    if (seated.isPresent() && !seated.get().equals(profile.nationalId())) {
      messages.add(
          "Pro Santé Connect a identifié " + profile.nationalId() + " : vérifiez que c'est vous.");
    }
    return Outcome.done(desk.view(profile, messages), steps);
  }

  private UserAction.Prepared choose(Input input) {
    String structure = input.text("structure");
    Optional<String> mode = input.optionalText("mode");
    return () -> {
      PscSession current = session;
      if (current == null) {
        return notConnected();
      }
      boolean found = desk.choose(current.profile(), structure, mode);
      SessionView view = desk.view(current.profile(), List.of());
      return found
          ? Outcome.done(view, 1)
          : Outcome.refused(view, 1, "Vous n'avez pas d'activité dans « " + structure + " ».");
    };
  }

  private UserAction.Prepared loginOtherwise(Input input) {
    String id = input.text("compte");
    return () -> {
      session = null;
      proxy.leave();
      desk.leave();
      Optional<Account> account = accounts.withId(id).filter(accounts::allows);
      return account.isPresent()
          ? Outcome.done(SessionView.local(account.get(), List.of()), 2)
          : Outcome.refused(
              SessionView.disconnected(List.of("Ce compte n'existe pas ou n'est plus ouvert.")),
              2,
              "Ce compte n'existe pas ou n'est plus ouvert.");
    };
  }

  private UserAction.Prepared consult(Input input) {
    return () -> {
      if (proxy.connected()) {
        return Outcome.done(proxy.view(List.of()), 1);
      }
      PscSession current = session;
      if (current == null) {
        return notConnected();
      }
      if (current.over(clock.instant())) {
        session = null;
        return ended("Votre session a atteint sa durée maximale de 4 heures : reconnectez-vous.");
      }
      try {
        PscSession refreshed = services.psc().consult(current);
        session = refreshed;
        desk.refreshed(refreshed.profile());
        return Outcome.done(desk.view(refreshed.profile(), List.of()), 1);
      } catch (PscFailure e) {
        if (e.endsSession() && defects.has(Mutant.PSC_SESSION_FANTOME)) {
          return Outcome.done(desk.view(current.profile(), List.of()), 1);
        }
        if (e.endsSession()) {
          session = null;
          return ended(e);
        }
        return Outcome.failed(desk.view(current.profile(), List.of(e.told())), 1, e.told());
      } catch (PscProblem e) {
        session = null;
        return ended(e);
      } catch (Services.NotReady e) {
        return ended(String.valueOf(e.getMessage()));
      }
    };
  }

  private UserAction.Prepared logout(Input input) {
    return () -> {
      if (proxy.connected()) {
        return proxy.logout();
      }
      PscSession closing = session;
      session = null; // never fails on this side, whatever the provider answers
      List<String> messages = new ArrayList<>();
      if (closing != null) {
        try {
          services.psc().logout(closing).ifPresent(messages::add);
        } catch (Services.NotReady e) {
          messages.add(String.valueOf(e.getMessage()));
        }
      }
      messages.add(0, "Vous êtes déconnecté.");
      return Outcome.done(SessionView.disconnected(messages), 1);
    };
  }

  private static Outcome notConnected() {
    return Outcome.refused(
        SessionView.disconnected(List.of("Vous n'êtes pas connecté.")),
        1,
        "Connectez-vous d'abord avec Pro Santé Connect.");
  }

  /** Nobody is logged in, and why. */
  static Outcome ended(PscProblem problem) {
    SessionView view = SessionView.disconnected(List.of(problem.told()));
    return problem instanceof PscRefusal
        ? Outcome.refused(view, 2, problem.told())
        : Outcome.failed(view, 2, problem.told());
  }

  private static Outcome ended(String message) {
    return Outcome.failed(SessionView.disconnected(List.of(message)), 1, message);
  }
}
