package fr.socle.lps.actions;

import fr.socle.lps.comptes.Account;
import fr.socle.lps.comptes.Accounts;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import fr.socle.lps.psc.EndedSession;
import fr.socle.lps.psc.ProSanteConnect;
import fr.socle.lps.psc.ProfessionalProfile;
import fr.socle.lps.psc.PscFailure;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.psc.PscRefusal;
import fr.socle.lps.psc.PscSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Logging in, looking at one's professional data, logging out. */
final class SessionActions {

  private final Services services;
  private final Clock clock;
  private final ProxyDesk proxy;

  private final Accounts accounts;
  private final FrontDesk desk;

  private final Seat seat = new Seat();
  private final Defects defects;

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
        proxy.login(this::leaveSeat),
        UserAction.of("choisir-activite", this::choose),
        UserAction.of("authentifier-autrement", this::loginOtherwise),
        UserAction.of("consulter-profil-ps", this::consult),
        UserAction.of("laisser-inactif", this::stayIdle),
        UserAction.of("deconnecter-ps", this::logout));
  }

  /** The login that stands, if somebody is logged in with Pro Santé Connect. */
  Optional<PscSession> current() {
    return seat.session();
  }

  /** Who is logged in: as Pro Santé Connect says, as his account here does behind the proxy. */
  Optional<ProfessionalProfile> profile() {
    return current()
        .map(PscSession::profile)
        .or(
            () ->
                proxy
                    .account()
                    .map(
                        known ->
                            new ProfessionalProfile(
                                known.nationalId(),
                                known.familyName(),
                                known.givenName(),
                                known.profession(),
                                "",
                                known.email(),
                                List.of())));
  }

  /** Whether somebody is logged in through the proxy; it does not say his name. */
  boolean behindProxy() {
    return proxy.connected();
  }

  /** Is told when nobody is logged in any more; on any thread. */
  void whenLeft(Runnable told) {
    seat.whenLeft(told);
  }

  /** The same login with newer tokens, unless it was closed meanwhile. */
  void renewed(PscSession before, PscSession newer) {
    seat.goOn(before, newer, clock.instant());
  }

  /** Forgets sessions and accounts. */
  void forgetAll() {
    seat.leave(Seat.NOBODY);
    proxy.leave();
    desk.forgetAll();
  }

  /**
   * Takes a notice of Pro Santé Connect that a session ended; on any thread.
   *
   * @return whether it is good
   */
  boolean noticed(String logoutToken) throws InterruptedException {
    Optional<ProSanteConnect> psc = services.pscInUse();
    if (psc.isEmpty()) {
      return false;
    }
    try {
      EndedSession ended = psc.get().readNotice(logoutToken);
      if (!defects.has(Mutant.PSC_AVIS_IGNORE)) {
        seat.endedElsewhere(ended, defects.has(Mutant.PSC_AVIS_TOUTE_SESSION));
      }
      return true;
    } catch (PscProblem e) {
      return false;
    }
  }

  private UserAction.Prepared login(Input input) {
    Optional<String> seated = input.optionalText("identifiantNational");
    return () -> {
      leave(); // whoever was logged in is not any more, whatever happens next
      try {
        return opened(services.psc().login(), seated, 2);
      } catch (PscProblem e) {
        return ended(e);
      } catch (Services.NotReady e) {
        return ended(String.valueOf(e.getMessage()));
      }
    };
  }

  private void leaveSeat() {
    seat.leave(Seat.NOBODY);
    desk.leave();
  }

  /** Nobody is logged in any more. */
  void leave() {
    leaveSeat();
    proxy.leave();
  }

  /**
   * Somebody has logged in.
   *
   * @param seated who was expected at the machine, if anybody was named
   */
  Outcome opened(PscSession opened, Optional<String> seated, int steps) {
    seat.take(opened, clock.instant());
    List<String> messages = new ArrayList<>();
    ProfessionalProfile profile = opened.profile();
    Optional<String> refusal = desk.enter(profile, messages);
    if (refusal.isPresent()) {
      if (!defects.has(Mutant.PSC_REFUS_A_MOITIE)) {
        seat.leave(Seat.NOBODY);
      }
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
      Optional<PscSession> open = seat.session();
      if (open.isEmpty()) {
        return notConnected();
      }
      PscSession current = open.get();
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
      leave();
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
      closeIfIdle();
      Optional<PscSession> open = seat.session();
      if (open.isEmpty()) {
        return notConnected();
      }
      PscSession current = open.get();
      if (current.over(clock.instant())) {
        return left("Votre session a atteint sa durée maximale de 4 heures : reconnectez-vous.");
      }
      try {
        PscSession refreshed = services.psc().consult(current);
        if (!seat.goOn(current, refreshed, clock.instant())) {
          return ended(seat.whyEmpty());
        }
        desk.refreshed(refreshed.profile());
        return Outcome.done(desk.view(refreshed.profile(), List.of()), 1);
      } catch (PscFailure e) {
        if (e.endsSession() && defects.has(Mutant.PSC_SESSION_FANTOME)) {
          return Outcome.done(desk.view(current.profile(), List.of()), 1);
        }
        if (e.endsSession() && !defects.has(Mutant.PSC_SESSION_SANS_FIN)) {
          return left(e.told());
        }
        return Outcome.failed(desk.view(current.profile(), List.of(e.told())), 1, e.told());
      } catch (PscProblem e) {
        seat.leave(e.told());
        return ended(e);
      } catch (Services.NotReady e) {
        return ended(String.valueOf(e.getMessage()));
      }
    };
  }

  private UserAction.Prepared stayIdle(Input input) {
    return () -> {
      Instant now = clock.instant();
      seat.idleSince(now.minus(services.idleDelay()));
      Optional<String> told = closeIfIdle();
      return seat.session()
          .map(open -> Outcome.done(desk.view(open.profile(), List.of()), 0))
          .orElseGet(
              () ->
                  Outcome.done(SessionView.disconnected(List.of(told.orElse(seat.whyEmpty()))), 0));
    };
  }

  /** Logs an inactive user out of this software, not of Pro Santé Connect (EXI PSC 32). */
  private Optional<String> closeIfIdle() throws InterruptedException {
    Duration delay = services.idleDelay();
    if (!seat.idleFor(delay, clock.instant()) || defects.has(Mutant.PSC_INACTIVITE_IGNOREE)) {
      return Optional.empty();
    }
    String why =
        "Votre session a été fermée après "
            + delay.toMinutes()
            + " minutes d'inactivité : reconnectez-vous.";
    Optional<PscSession> closed = seat.leave(why);
    if (closed.isPresent() && defects.has(Mutant.PSC_INACTIVITE_FERME_PSC)) {
      endAtProvider(closed.get());
    }
    return Optional.of(why);
  }

  private UserAction.Prepared logout(Input input) {
    return () -> {
      if (proxy.connected()) {
        return proxy.logout();
      }
      Optional<PscSession> open = seat.session();
      if (!defects.has(Mutant.PSC_JETONS_APRES_DECONNEXION)) {
        seat.leave(Seat.NOBODY); // never fails on this side, whatever the provider answers
      }
      Optional<String> trouble = Optional.empty();
      if (open.isPresent()) {
        trouble = endAtProvider(open.get());
        if (trouble.isPresent() && defects.has(Mutant.PSC_DECONNEXION_PANNE_GARDE)) {
          seat.take(open.get(), clock.instant());
          return Outcome.failed(
              desk.view(open.get().profile(), List.of(trouble.get())),
              1,
              "La déconnexion a échoué.");
        }
      }
      List<String> messages = new ArrayList<>(List.of("Vous êtes déconnecté."));
      trouble.ifPresent(messages::add);
      return Outcome.done(SessionView.disconnected(messages), 1);
    };
  }

  private Optional<String> endAtProvider(PscSession session) throws InterruptedException {
    try {
      return services.psc().logout(session);
    } catch (Services.NotReady e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Outcome left(String why) {
    seat.leave(why);
    desk.leave();
    return ended(why);
  }

  private Outcome notConnected() {
    return Outcome.refused(
        SessionView.disconnected(List.of("Vous n'êtes pas connecté.", seat.whyEmpty())),
        1,
        seat.whyEmpty());
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
