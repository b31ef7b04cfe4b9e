package fr.socle.features.report;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The sentence that says it all: {@code Non conforme sur 3 exigences ; 41 conformes, 6 réserves, 12
 * non couvertes.}
 */
final class Sentence {
  private final RunReport run;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  private Sentence(RunReport run) {
    this.run = run;
    for (RequirementResult requirement : run.requirements()) {
      counts.merge(requirement.verdict(), 1, Integer::sum);
    }
  }

  static String of(RunReport run) {
    return new Sentence(run).text();
  }

  private String text() {
    if (run.scenarios().isEmpty()
        && run.horsScenario().isEmpty()
        && run.verdict() != Verdict.INDETERMINE) {
      return "Rien n'a été jugé : aucun scénario n'a été joué.";
    }
    String first =
        switch (run.verdict()) {
          case NON_CONFORME -> nonConform();
          case INDETERMINE -> on("Indéterminé", Verdict.INDETERMINE);
          case RESERVE -> on("Conforme avec réserve", Verdict.RESERVE);
          case CONFORME -> on("Conforme", Verdict.CONFORME);
          case CONFORME_DECLARE -> on("Conforme, cru sur parole,", Verdict.CONFORME_DECLARE);
          case NON_COUVERT -> "Rien n'a été jugé";
        };
    List<String> rest = new ArrayList<>();
    for (Verdict verdict :
        List.of(
            Verdict.NON_CONFORME,
            Verdict.CONFORME,
            Verdict.CONFORME_DECLARE,
            Verdict.RESERVE,
            Verdict.NON_COUVERT,
            Verdict.INDETERMINE)) {
      int count = counts.getOrDefault(verdict, 0);
      boolean said = verdict == run.verdict() && verdict != Verdict.NON_COUVERT;
      if (count > 0 && !said) {
        rest.add(French.count(count, Words.ofRequirement(verdict)));
      }
    }
    return first + (rest.isEmpty() ? "" : " ; " + String.join(", ", rest)) + ".";
  }

  /** An editor's own scenario that names no requirement makes a run non-conforming as well. */
  private String nonConform() {
    long own = run.scenarios().stream().filter(ScenarioResult::breaksItsOwnText).count();
    String first = on("Non conforme", Verdict.NON_CONFORME);
    if (own == 0) {
      return first;
    }
    boolean alone = counts.getOrDefault(Verdict.NON_CONFORME, 0) == 0;
    return first
        + (alone ? " sur " : " et ")
        + French.count(own, "scénario sans exigence", "scénarios sans exigence");
  }

  private String on(String word, Verdict verdict) {
    int count = counts.getOrDefault(verdict, 0);
    // A run is undecided without any requirement being so when the bench never answered.
    return count == 0 ? word.replace(",", "") : word + " sur " + French.count(count, "exigence");
  }
}
