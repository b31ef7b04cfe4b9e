package fr.socle.lps.actions;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import fr.socle.lps.psc.PendingLogin;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.psc.PscRefusal;
import fr.socle.lps.psc.ciba.Channel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logging in without browser: asking, then looking at the screen until something comes of it. */
final class CibaActions {

  private final Services services;
  private final SessionActions session;
  private final Defects defects;
  private @Nullable PendingLogin pending;

  CibaActions(Services services, SessionActions session, Defects defects) {
    this.services = services;
    this.session = session;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("demander-connexion-ps", this::ask),
        UserAction.of("terminer-connexion-ps", this::finish));
  }

  /** Gives up the login that waits, if one does. */
  void forgetAll() {
    if (pending != null) {
      pending.cancel();
      pending = null;
    }
  }

  private UserAction.Prepared ask(Input input) {
    String nationalId = input.text("identifiantNational");
    Channel channel = channel(input.optionalText("moyen").orElse("e-cps"));
    return () -> {
      if (pending != null && !pending.over()) {
        String wait = "Une demande de connexion attend déjà votre réponse.";
        return Outcome.refused(new PendingView(shown(pending), List.of(wait)), 1, wait);
      }
      session.leave();
      try {
        pending = services.psc().askWithoutBrowser(nationalId, channel);
        return Outcome.done(
            new PendingView(
                shown(pending),
                List.of(
                    "Vérifiez que votre "
                        + (channel == Channel.CARD ? "lecteur de carte" : "téléphone")
                        + " montre le même nombre, puis acceptez.")),
            2);
      } catch (PscRefusal e) {
        return Outcome.refused(PendingView.nothing(e.told()), 2, e.told());
      } catch (PscProblem e) {
        return Outcome.failed(PendingView.nothing(e.told()), 2, e.told());
      } catch (Services.NotReady e) {
        String why = String.valueOf(e.getMessage());
        return Outcome.failed(PendingView.nothing(why), 1, why);
      }
    };
  }

  private UserAction.Prepared finish(Input input) {
    return () -> {
      PendingLogin awaited = pending;
      pending = null;
      if (awaited == null) {
        return Outcome.refused(
            SessionView.disconnected(List.of("Aucune connexion n'est en cours.")),
            0,
            "Demandez d'abord à vous connecter.");
      }
      try {
        return session.opened(awaited.await(), Optional.empty(), 1);
      } catch (PscProblem e) {
        return SessionActions.ended(e);
      }
    };
  }

  private @Nullable String shown(PendingLogin login) {
    return defects.has(Mutant.CIBA_NOMBRE_NON_AFFICHE) ? null : login.number();
  }

  private static Channel channel(String word) {
    return switch (word) {
      case "e-cps" -> Channel.MOBILE;
      case "carte" -> Channel.CARD;
      default ->
          throw new InputRefused(
              "« " + word + " » n'est pas un moyen de connexion : e-cps ou carte.");
    };
  }
}
