package fr.socle.lps.actions;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.IdentityDocument;
import fr.socle.lps.identite.IdentityEvent;
import fr.socle.lps.identite.InsiTrace;
import fr.socle.lps.identite.Practice;
import fr.socle.lps.identite.Right;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.insi.AnswerControl;
import fr.socle.lps.insi.InsiAnswer;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What is asked of INSi for a record, and what becomes of its answer, however it was asked. */
final class AnswerDesk {

  private final Practice practice;
  private final Screen screen;
  private final Clock clock;
  private final Defects defects;

  AnswerDesk(Practice practice, Screen screen, Clock clock, Defects defects) {
    this.practice = practice;
    this.screen = screen;
    this.clock = clock;
    this.defects = defects;
  }

  /** Why INSi may not be asked about this record by this user; nothing when it may. */
  Optional<Outcome> forbidden(Dossier dossier) {
    if (!practice.allows(Right.APPELER_INSI) && !defects.has(Mutant.INS_DROIT_INSI_IGNORE)) {
      return Optional.of(
          refused(dossier, "Vous n'avez pas le droit d'appeler INSi.")); // INS/va1.32
    }
    if (dossier.insForbidden() && !defects.has(Mutant.INS_APPEL_FICTIF)) { // INS/va1.20
      return Optional.of(
          refused(dossier, "Une identité douteuse ou fictive n'est pas recherchée auprès d'INSi."));
    }
    return Optional.empty();
  }

  /** Takes an identity over, if it is one to take and the user accepts it. */
  Outcome found(Dossier dossier, InsiAnswer.Found found, boolean accepts, int steps) {
    if (dossier.insForbidden()) {
      return refused(dossier, "L'identité est douteuse ou fictive : rien n'est repris d'INSi.");
    }
    AnswerControl.Official official;
    try {
      official = AnswerControl.control(found, defects);
    } catch (AnswerControl.Refused e) {
      String message = String.valueOf(e.getMessage());
      return new Outcome(Status.REFUSE, view(dossier, "refusee", message), steps, message);
    }
    if (!accepts) {
      dossier.apply(IdentityEvent.INS_INVALIDEE, clock.instant());
      return told(dossier, "refusee", "L'identité trouvée par INSi n'est pas reprise.", steps);
    }
    Traits taken =
        defects.has(Mutant.INS_TRAITS_NON_REPRIS)
            ? dossier.traits()
            : official.traits().withFreeTraitsOf(dossier.traits());
    dossier.recover(taken, official.ins(), found.former(), clock.instant());
    if (defects.has(Mutant.INS_QUALIFIE_SANS_CONTROLE)) {
      dossier.check(IdentityDocument.AUTRE, clock.instant());
    }
    return told(dossier, "trouvee", "L'INS de cette personne est enregistrée.", steps);
  }

  /** No answer: the record stays as it was. */
  Outcome unavailable(Dossier dossier, InsiAnswer.Unavailable trouble, int steps) {
    if (defects.has(Mutant.INSI_PANNE_STATUT)) {
      dossier.apply(IdentityEvent.INSI_ACCEPTE, clock.instant());
    }
    String message =
        "INSi n'a pas pu répondre ("
            + trouble.reason()
            + ") : l'identité du dossier reste comme elle était, réessayez plus tard.";
    return Outcome.failed(view(dossier, "indisponible", message), steps, message);
  }

  /** INSi could not even be asked. */
  Outcome notReady(Dossier dossier, String message) {
    return Outcome.failed(view(dossier, "indisponible", message), 1, message);
  }

  /** The software does not ask, or does not take. */
  Outcome refused(Dossier dossier, String message) {
    return Outcome.refused(view(dossier, "refusee", message), 1, message);
  }

  /** It is done. */
  Outcome told(Dossier dossier, String result, String message, int steps) {
    return new Outcome(Status.FAIT, view(dossier, result, message), steps, message);
  }

  /** The trace of one call, with what INSi answered (INS/va1.35, 1.38, 1.49). */
  InsiTrace trace(Instant at, String criteria, InsiAnswer answer) {
    boolean full = !defects.has(Mutant.INS_TRACE_SANS_IDENTITE);
    String received = answer instanceof InsiAnswer.Found found && full ? found.toString() : "";
    return new InsiTrace(at, criteria, answer.traced(), received);
  }

  private SearchView view(Dossier dossier, String result, String message) {
    return new SearchView(result, screen.show(dossier, message));
  }
}
