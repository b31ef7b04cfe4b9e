package fr.socle.lps.actions;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logging in, looking at one's professional data, logging out. */
final class SessionActions {

  private final Services services;
  private final Clock clock;
  private final ProxyDesk proxy;

  /** The accounts of this software, by national identifier and by nothing else (EXI PSC 19). */
  private final Map<String, ProfessionalProfile> accounts = new LinkedHashMap<>();

  private @Nullable PscSession session;

  SessionActions(Services services, Clock clock, ProxyDesk proxy) {
    this.services = services;
    this.clock = clock;
    this.proxy = proxy;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("authentifier-ps", this::login),
        proxy.login(() -> session = null),
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
    accounts.clear();
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
    if (accounts.put(profile.nationalId(), profile) == null) {
      messages.add("Première connexion : votre compte est créé.");
    }
    if (seated.isPresent() && !seated.get().equals(profile.nationalId())) {
      messages.add(
          "Pro Santé Connect a identifié " + profile.nationalId() + " : vérifiez que c'est vous.");
    }
    return Outcome.done(connected(opened, messages), steps);
  }

  private UserAction.Prepared consult(Input input) {
    return () -> {
      if (proxy.connected()) {
        return Outcome.done(proxy.view(List.of()), 1);
      }
      PscSession current = session;
      if (current == null) {
        return Outcome.refused(
            SessionView.disconnected(List.of("Vous n'êtes pas connecté.")),
            1,
            "Connectez-vous d'abord avec Pro Santé Connect.");
      }
      if (current.over(clock.instant())) {
        session = null;
        return ended("Votre session a atteint sa durée maximale de 4 heures : reconnectez-vous.");
      }
      try {
        PscSession refreshed = services.psc().consult(current);
        session = refreshed;
        accounts.put(refreshed.profile().nationalId(), refreshed.profile());
        return Outcome.done(connected(refreshed, new ArrayList<>()), 1);
      } catch (PscFailure e) {
        if (e.endsSession()) {
          session = null;
          return ended(e);
        }
        return Outcome.failed(connected(current, List.of(e.told())), 1, e.told());
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

  private static SessionView connected(PscSession session, List<String> told) {
    List<String> messages = new ArrayList<>(told);
    int activities = session.profile().activities().size();
    if (activities == 0) { // PSC-RP-09
      messages.add(
          "Pro Santé Connect ne connaît aucune activité professionnelle pour vous : seules les"
              + " fonctions qui n'en demandent pas sont ouvertes.");
    } else if (activities > 1) {
      messages.add("Vous avez plusieurs activités : choisissez celle que vous exercez ici.");
    }
    return SessionView.connected(session.profile(), messages);
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
