package fr.socle.lps.actions;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.LexicalForm;
import fr.socle.lps.identite.LexicalRefusal;
import fr.socle.lps.identite.Sex;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.insi.InsiAnswer;
import fr.socle.lps.insi.InsiQuery;
import fr.socle.lps.insi.SearchStrategy;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looking for the INS of a patient by his traits. */
final class InsiActions {

  private final Dossiers dossiers;
  private final InsiAccess access;
  private final AnswerDesk desk;
  private final Clock clock;
  private final Defects defects;

  InsiActions(Dossiers dossiers, InsiAccess access, AnswerDesk desk, Clock clock, Defects defects) {
    this.dossiers = dossiers;
    this.access = access;
    this.desk = desk;
    this.clock = clock;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(UserAction.of("rechercher-ins-traits", this::search));
  }

  private UserAction.Prepared search(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    boolean accepts = input.flag("accepter", true);
    InsiMode mode = InsiMode.read(input, InsiMode.CERTIFICAT);
    String knownPlace = input.optionalText("lieuConnu").map(TraitsInput::cog).orElse(null);
    return () -> {
      Optional<Outcome> forbidden = desk.forbidden(dossier);
      return forbidden.isPresent() ? forbidden.get() : search(dossier, accepts, mode, knownPlace);
    };
  }

  private Outcome search(
      Dossier dossier, boolean accepts, InsiMode mode, @Nullable String knownPlace)
      throws InterruptedException {
    if (dossier.traits().sex() == Sex.I) {
      return desk.refused(
          dossier, "INSi ne cherche qu'avec le sexe F ou M : complétez l'identité.");
    }
    SearchStrategy.Search search;
    try {
      search = ask(dossier, mode, knownPlace);
    } catch (LexicalRefusal | InsiAccess.Lacking e) {
      return desk.refused(dossier, String.valueOf(e.getMessage()));
    } catch (Services.NotReady e) {
      return desk.notReady(dossier, String.valueOf(e.getMessage()));
    }
    keepTraces(dossier, search.attempts());
    int steps = search.usedBirthPlace() ? 2 : 1;
    InsiAnswer answer = search.answer();
    if (answer instanceof InsiAnswer.Found found) {
      return desk.found(dossier, found, accepts, steps + 1);
    }
    if (answer instanceof InsiAnswer.Unavailable trouble) {
      return desk.unavailable(dossier, trouble, steps);
    }
    if (answer instanceof InsiAnswer.Several) {
      String next =
          search.usedBirthPlace()
              ? "vérifiez les traits d'après la pièce d'identité."
              : "ajoutez le lieu de naissance et recommencez.";
      return desk.told(dossier, "plusieurs", "INSi trouve plusieurs identités : " + next, steps);
    }
    return desk.told(
        dossier,
        "aucune",
        "INSi ne trouve aucune identité avec ces traits : vérifiez-les d'après la pièce d'identité.",
        steps);
  }

  private SearchStrategy.Search ask(Dossier dossier, InsiMode mode, @Nullable String knownPlace)
      throws LexicalRefusal, InsiAccess.Lacking, Services.NotReady, InterruptedException {
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
    return new SearchStrategy(access.byTraits(mode), clock, defects)
        .search(criteria, order, all, place);
  }

  // Correct software sends no INS here; in none of its calls if not qualified.
  private @Nullable Ins covered(Dossier dossier) {
    return defects.has(Mutant.INS_ENVOYE_NON_QUALIFIE)
        ? dossier.ins()
        : defects.has(Mutant.INS_DEMENTIE_INS_RENVOYEE) ? dossier.denied() : null;
  }

  /** One trace for each call, with what INSi answered (INS/va1.35, 1.38, 1.49). */
  private void keepTraces(Dossier dossier, List<SearchStrategy.Attempt> attempts) {
    int kept = defects.has(Mutant.INS_TRACE_DU_DERNIER_APPEL) ? attempts.size() - 1 : 0;
    attempts
        .subList(kept, attempts.size())
        .forEach(
            attempt ->
                dossier.trace(
                    desk.trace(attempt.at(), attempt.query().inClear(), attempt.answer())));
  }
}
