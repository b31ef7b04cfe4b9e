package fr.socle.features.run;

import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.Judgement;
import fr.socle.exigences.RequirementTag;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.EvidenceFile;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.ScenarioResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a scenario saw into its result, by the law of verdicts. */
final class ScenarioJudge {
  private final RunContext run;
  private final Clock clock;

  ScenarioJudge(RunContext run, Clock clock) {
    this.run = run;
    this.clock = clock;
  }

  ScenarioResult judge(
      ScenarioTexts.Text text,
      Instant startedAt,
      Fate fate,
      @Nullable Stay stay,
      Gathered gathered) {
    List<String> requirements = RequirementTag.requirementsOf(text.tags());
    Map<Boolean, List<Finding>> findings =
        gathered.findings().stream()
            .collect(
                Collectors.partitioningBy(
                    finding -> finding.requirements().stream().anyMatch(requirements::contains)));
    List<Finding> own = findings.getOrDefault(true, List.of());
    List<ExpectationResult> expectations =
        stay == null ? List.of() : stay.expectations().recorded();
    Evidence pieces = new Evidence(run.options().out());
    List<ActionCall> actions =
        stay == null
            ? List.of()
            : pieces.writePictures(text.id(), stay.software().calls(), stay.software().pictures());
    List<EvidenceFile> evidence =
        pieces.write(text.id(), gathered.traffic().exchanges(), gathered.traffic().raw());
    return new ScenarioResult(
        text.id(),
        text.name(),
        text.feature(),
        text.uri(),
        text.line(),
        text.tags(),
        requirements,
        verdict(requirements, expectations, own, fate),
        fate.undecided(),
        fate.notCovered(),
        startedAt,
        Duration.between(startedAt, clock.instant()).toMillis(),
        stay == null ? null : stay.bench().descriptor().name(),
        text.steps(),
        expectations,
        gathered.traffic().exchanges(),
        own,
        findings.getOrDefault(false, List.of()),
        actions,
        stay == null ? List.of() : stay.bench().timeline(),
        ActionCall.declaredSteps(actions),
        evidence);
  }

  private Verdict verdict(
      List<String> requirements,
      List<ExpectationResult> expectations,
      List<Finding> findings,
      Fate fate) {
    List<Judgement> judgements = new ArrayList<>();
    for (ExpectationResult expectation : expectations) {
      // A scenario that was stopped has not shown that what held until then holds.
      if (!expectation.ok() || !fate.stopped()) {
        if (requirements.isEmpty()) { // an editor's own, that judges nothing but what it says
          judgements.add(
              new Judgement.Expected(expectation.basis(), expectation.ok(), RuleSource.TEXTE));
        }
        for (String id : expectation.requirements()) {
          run.catalogue()
              .find(id)
              .ifPresent(
                  r ->
                      judgements.add(
                          new Judgement.Expected(
                              expectation.basis(), expectation.ok(), r.source())));
        }
      }
    }
    findings.forEach(finding -> judgements.add(new Judgement.Found(finding.source())));
    if (fate.undecided() != null) {
      judgements.add(new Judgement.Undecided());
    } else if (fate.notCovered() != null) {
      judgements.add(new Judgement.NotCovered());
    }
    return run.law().verdictOf(judgements);
  }
}
