package fr.socle.lps.actions;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.IdentityDocument;
import fr.socle.lps.identite.IdentityEvent;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.InsiTrace;
import fr.socle.lps.identite.LexicalForm;
import fr.socle.lps.identite.LexicalRefusal;
import fr.socle.lps.identite.Practice;
import fr.socle.lps.identite.Right;
import fr.socle.lps.identite.Sex;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.insi.AnswerControl;
import fr.socle.lps.insi.InsiAnswer;
import fr.socle.lps.insi.InsiQuery;
import fr.socle.lps.insi.SearchStrategy;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.Status;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looking for the INS of a patient by his traits. */
final class InsiActions {

  private final Dossiers dossiers;
  private final Services services;
  private final Practice practice;
  private final Screen screen;
  private final Clock clock;
  private final Defects defects;

  InsiActions(
      Dossiers dossiers,
      Services services,
      Practice practice,
      Screen screen,
      Clock clock,
      Defects defects) {
    this.dossiers = dossiers;
    this.services = services;
    this.practice = practice;
    this.screen = screen;
    this.clock = clock;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(UserAction.of("rechercher-ins-traits", this::search));
  }

  private UserAction.Prepared search(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    boolean accepts = input.flag("accepter", true);
    String knownPlace = input.optionalText("lieuConnu").map(TraitsInput::cog).orElse(null);
    return () -> search(dossier, accepts, knownPlace);
  }

  private Outcome search(Dossier dossier, boolean accepts, @Nullable String knownPlace)
      throws InterruptedException {
    if (!practice.allows(Right.APPELER_INSI) && !defects.has(Mutant.INS_DROIT_INSI_IGNORE)) {
      return refused(dossier, "Vous n'avez pas le droit d'appeler INSi."); // INS/va1.32
    }
    if (dossier.insForbidden() && !defects.has(Mutant.INS_APPEL_FICTIF)) { // INS/va1.20
      return refused(
          dossier, "Une identité douteuse ou fictive n'est pas recherchée auprès d'INSi.");
    }
    if (dossier.traits().sex() == Sex.I) {
      return refused(dossier, "INSi ne cherche qu'avec le sexe F ou M : complétez l'identité.");
    }
    SearchStrategy.Search search;
    try {
      search = ask(dossier, knownPlace);
    } catch (LexicalRefusal e) {
      return refused(dossier, String.valueOf(e.getMessage()));
    } catch (Services.NotReady e) {
      String message = String.valueOf(e.getMessage());
      return Outcome.failed(view(dossier, "indisponible", message), 1, message);
    }
    keepTraces(dossier, search.attempts());
    int steps = search.usedBirthPlace() ? 2 : 1;
    InsiAnswer answer = search.answer();
    if (answer instanceof InsiAnswer.Found found) {
      return found(dossier, found, accepts, steps + 1);
    }
    if (answer instanceof InsiAnswer.Unavailable trouble) {
      return unavailable(dossier, trouble, steps);
    }
    if (answer instanceof InsiAnswer.Several) {
      String next =
          search.usedBirthPlace()
              ? "vérifiez les traits d'après la pièce d'identité."
              : "ajoutez le lieu de naissance et recommencez.";
      return told(dossier, "plusieurs", "INSi trouve plusieurs identités : " + next, steps);
    }
    return told(
        dossier,
        "aucune",
        "INSi ne trouve aucune identité avec ces traits : vérifiez-les d'après la pièce d'identité.",
        steps);
  }

  private SearchStrategy.Search ask(Dossier dossier, @Nullable String knownPlace)
      throws LexicalRefusal, Services.NotReady, InterruptedException {
    Traits traits = dossier.traits();
    List<String> all = new ArrayList<>();
    for (String firstName : traits.firstNames()) {
      all.add(LexicalForm.firstName(firstName));
    }
    List<String> order = new ArrayList<>();
    order.add(LexicalForm.firstName(traits.firstName()));
    order.addAll(all);
    InsiQuery criteria =
        new InsiQuery(
            LexicalForm.birthName(traits.birthName()),
            order.get(0),
            traits.sex().name(),
            traits.birthDate(),
            null,
            covered(dossier));
    String place = knownPlace == null ? traits.birthPlace() : knownPlace;
    return new SearchStrategy(services.insi(), clock, defects).search(criteria, order, all, place);
  }

  // Correct software sends no INS here; in none of its calls if not qualified.
  private @Nullable Ins covered(Dossier dossier) {
    return defects.has(Mutant.INS_ENVOYE_NON_QUALIFIE)
        ? dossier.ins()
        : defects.has(Mutant.INS_DEMENTIE_INS_RENVOYEE) ? dossier.denied() : null;
  }

  private Outcome found(Dossier dossier, InsiAnswer.Found found, boolean accepts, int steps) {
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

  private Outcome unavailable(Dossier dossier, InsiAnswer.Unavailable trouble, int steps) {
    if (defects.has(Mutant.INSI_PANNE_STATUT)) {
      dossier.apply(IdentityEvent.INSI_ACCEPTE, clock.instant());
    }
    String message =
        "INSi n'a pas pu répondre ("
            + trouble.reason()
            + ") : l'identité du dossier reste comme elle était, réessayez plus tard.";
    return Outcome.failed(view(dossier, "indisponible", message), steps, message);
  }

  private Outcome refused(Dossier dossier, String message) {
    return Outcome.refused(view(dossier, "refusee", message), 1, message);
  }

  private Outcome told(Dossier dossier, String result, String message, int steps) {
    return new Outcome(Status.FAIT, view(dossier, result, message), steps, message);
  }

  private SearchView view(Dossier dossier, String result, String message) {
    return new SearchView(result, screen.show(dossier, message));
  }

  /** One trace for each call, with what INSi answered (INS/va1.35, 1.38, 1.49). */
  private void keepTraces(Dossier dossier, List<SearchStrategy.Attempt> attempts) {
    int kept = defects.has(Mutant.INS_TRACE_DU_DERNIER_APPEL) ? attempts.size() - 1 : 0;
    attempts.subList(kept, attempts.size()).forEach(attempt -> dossier.trace(trace(attempt)));
  }

  private InsiTrace trace(SearchStrategy.Attempt attempt) {
    InsiAnswer answer = attempt.answer();
    boolean full = !defects.has(Mutant.INS_TRACE_SANS_IDENTITE);
    String received = answer instanceof InsiAnswer.Found found && full ? found.toString() : "";
    return new InsiTrace(attempt.at(), attempt.query().inClear(), answer.traced(), received);
  }
}
