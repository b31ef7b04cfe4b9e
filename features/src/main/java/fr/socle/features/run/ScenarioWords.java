package fr.socle.features.run;

import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.RuleSource.Effect;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in one line what came of a scenario, for those who read JUnit's report. */
final class ScenarioWords {
  private ScenarioWords() {}

  static String nonConformity(ScenarioResult result) {
    List<String> mends = new ArrayList<>();
    for (ExpectationResult expectation : result.expectations()) {
      if (!expectation.ok()) {
        mends.add("%s Trouvé : %s.".formatted(expectation.mend(), expectation.found()));
      }
    }
    for (Finding finding : result.findings()) {
      if (finding.source().effect() == Effect.BLOQUANT) {
        mends.add("%s (règle %s)".formatted(finding.mend(), finding.rule()));
      }
    }
    String against =
        result.requirements().isEmpty()
            ? "scénario sans exigence"
            : String.join(", ", result.requirements());
    return "Non conforme (%s) : %s"
        .formatted(against, String.join(" | ", mends.stream().distinct().toList()));
  }

  static String notCovered(ScenarioResult result) {
    return "Non couvert : " + Objects.requireNonNullElse(result.reason(), "le pilote ne sait pas");
  }

  static String undecided(ScenarioResult result) {
    Indetermination cause = result.cause();
    return cause == null
        ? "Indéterminé."
        : "Indéterminé (%s) : %s".formatted(cause.cause().label(), cause.message());
  }
}
