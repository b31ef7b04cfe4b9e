package fr.socle.features.report;

import fr.socle.exigences.RuleSource.Effect;
import fr.socle.exigences.Verdict;
import fr.socle.exigences.VerdictLaw;
import fr.socle.exigences.VerdictLaw.SourcePolicy;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import java.util.HashMap;
import java.util.Map;

/**
 * What an expectation that does not hold does to the requirements it judges, so that a reserve is
 * not shown as a non-conformity.
 */
final class Breach {
  private final Map<String, Effect> effects = new HashMap<>();

  private Breach() {}

  static Breach of(RunReport run) {
    VerdictLaw law =
        new VerdictLaw(run.sources().equals("texte") ? SourcePolicy.TEXT_ONLY : SourcePolicy.ALL);
    Breach breach = new Breach();
    for (RequirementResult requirement : run.requirements()) {
      breach.effects.put(requirement.id(), law.effectOf(requirement.source()));
    }
    return breach;
  }

  /** The gravest effect on a requirement it judges; one that the run does not tell is blocking. */
  Verdict of(ExpectationResult expectation) {
    boolean blocking =
        expectation.requirements().stream()
            .anyMatch(id -> effects.getOrDefault(id, Effect.BLOQUANT) == Effect.BLOQUANT);
    return blocking || expectation.requirements().isEmpty()
        ? Verdict.NON_CONFORME
        : Verdict.RESERVE;
  }
}
