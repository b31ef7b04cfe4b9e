package fr.socle.lps.actions;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Practice;
import fr.socle.lps.identite.Right;
import fr.socle.lps.insi.InsiClient.Caller;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.util.List;

/** Asking INSi whether the INS of a record still is that of the patient (INS/va1.06, 1.08). */
final class VerificationActions {

  private final Dossiers dossiers;
  private final Practice practice;
  private final Verifier verifier;
  private final Screen screen;
  private final Clock clock;

  VerificationActions(
      Dossiers dossiers, Practice practice, Verifier verifier, Screen screen, Clock clock) {
    this.dossiers = dossiers;
    this.practice = practice;
    this.verifier = verifier;
    this.screen = screen;
    this.clock = clock;
  }

  List<UserAction> all() {
    return List.of(UserAction.of("verifier-ins", this::verify));
  }

  private UserAction.Prepared verify(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    return () -> verify(dossier);
  }

  private Outcome verify(Dossier dossier) throws InterruptedException {
    if (!practice.allows(Right.APPELER_INSI)) {
      return refused(dossier, "Vous n'avez pas le droit d'appeler INSi."); // INS/va1.32
    }
    Ins ins = dossier.ins();
    if (ins == null) {
      return refused(dossier, "Ce dossier ne porte pas d'INS : il n'y a rien à vérifier.");
    }
    Verifier.Verified verified = verifier.verify(ins, dossier.traits(), Caller.USER);
    verified.traceIn(dossier);
    dossier.verified(verified.verdict(), clock.instant());
    return switch (verified.verdict()) {
      case CONFIRMEE -> done(dossier, "confirmee", "INSi confirme l'INS de ce patient.");
      case DEMENTIE ->
          done(
              dossier,
              "dementie",
              "INSi dément cette INS : elle est retirée du dossier, et l'identité rétrogradée."
                  + " Contrôlez l'identité et appelez de nouveau INSi.");
      case INDISPONIBLE -> {
        String message = verified.why() + " L'identité du dossier reste comme elle était.";
        yield Outcome.failed(view(dossier, "indisponible", message), 1, message);
      }
    };
  }

  private Outcome done(Dossier dossier, String result, String message) {
    return Outcome.done(view(dossier, result, message), 1);
  }

  private Outcome refused(Dossier dossier, String message) {
    return Outcome.refused(view(dossier, "refusee", message), 1, message);
  }

  private SearchView view(Dossier dossier, String result, String message) {
    return new SearchView(result, screen.show(dossier, message));
  }
}
