package fr.socle.features.run;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.Basis;
import fr.socle.exigences.Judgement;
import fr.socle.exigences.Requirement;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.RuleSource.Effect;
import fr.socle.exigences.Verdict;
import fr.socle.exigences.VerdictLaw;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.RequirementResult.Mend;
import fr.socle.features.model.ScenarioResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything a run saw for or against one requirement. */
final class RequirementLedger {
  private static final List<Basis> BEST_FIRST =
      List.of(Basis.TRAFIC, Basis.ETAT, Basis.HUMAIN, Basis.PIECE, Basis.DECLARE);

  private final Requirement requirement;
  private final VerdictLaw law;
  private final List<Judgement> judgements = new ArrayList<>();
  private final Set<String> scenarios = new LinkedHashSet<>();
  private final Set<RuleSource> judgedBy = new LinkedHashSet<>();
  private final Set<Basis> bases = new LinkedHashSet<>();
  private final Map<String, MendLine> mends = new LinkedHashMap<>();
  private @Nullable String reason;

  RequirementLedger(Requirement requirement, VerdictLaw law) {
    this.requirement = requirement;
    this.law = law;
  }

  /** Enters a scenario: its expectations and findings on the requirement, and its fate. */
  void enter(ScenarioResult scenario) {
    boolean tagged = scenario.requirements().contains(requirement.id());
    boolean stopped = scenario.cause() != null || scenario.reason() != null;
    if (tagged) {
      scenarios.add(scenario.id());
      for (ExpectationResult expectation : scenario.expectations()) {
        if (expectation.requirements().contains(requirement.id())
            && (!stopped || !expectation.ok())) {
          enter(expectation, scenario.id());
        }
      }
      enterFate(scenario);
    }
    Stream.concat(scenario.findings().stream(), scenario.annexes().stream())
        .forEach(finding -> enter(finding, scenario.id()));
  }

  /** Enters an exchange that arrived outside every scenario. */
  void enter(Exchange exchange) {
    exchange.findings().forEach(finding -> enter(finding, null));
  }

  private void enter(ExpectationResult expectation, String scenario) {
    judgements.add(
        new Judgement.Expected(expectation.basis(), expectation.ok(), requirement.source()));
    judgedBy.add(requirement.source());
    bases.add(expectation.basis());
    if (!expectation.ok() && expectation.mend() != null) {
      Long exchange = expectation.exchanges().isEmpty() ? null : expectation.exchanges().get(0);
      mend(expectation.mend(), requirement.source(), scenario, exchange);
    }
  }

  private void enter(Finding finding, @Nullable String scenario) {
    if (!finding.requirements().contains(requirement.id())) {
      return;
    }
    judgements.add(new Judgement.Found(finding.source()));
    if (law.effectOf(finding.source()) == Effect.INFORMATION) {
      return;
    }
    if (scenario != null) {
      scenarios.add(scenario);
    }
    judgedBy.add(finding.source());
    bases.add(Basis.TRAFIC);
    mend(finding.mend(), finding.source(), scenario, finding.exchange());
  }

  private void enterFate(ScenarioResult scenario) {
    if (scenario.cause() != null) {
      judgements.add(new Judgement.Undecided());
      reason = scenario.cause().message();
    } else if (scenario.reason() != null) {
      judgements.add(new Judgement.NotCovered());
      reason = reason == null ? scenario.reason() : reason;
    }
  }

  private void mend(
      String text, RuleSource source, @Nullable String scenario, @Nullable Long exchange) {
    MendLine line = mends.computeIfAbsent(text, t -> new MendLine(source, exchange));
    line.times++;
    line.blocking |= law.effectOf(source) == Effect.BLOQUANT;
    if (scenario != null) {
      line.scenarios.add(scenario);
    }
  }

  private static final class MendLine {
    private final RuleSource source;
    private final @Nullable Long exchange;
    private final Set<String> scenarios = new LinkedHashSet<>();
    private boolean blocking;
    private int times;

    private MendLine(RuleSource source, @Nullable Long exchange) {
      this.source = source;
      this.exchange = exchange;
    }
  }

  Requirement requirement() {
    return requirement;
  }

  Verdict verdict() {
    return law.verdictOf(judgements);
  }

  /** Whether anything was seen of it. */
  boolean touched() {
    return !judgements.isEmpty();
  }

  @Nullable Basis bestBasis() {
    return BEST_FIRST.stream().filter(bases::contains).findFirst().orElse(null);
  }

  List<RuleSource> judgedBy() {
    return List.copyOf(judgedBy);
  }

  List<String> scenarios() {
    return List.copyOf(scenarios);
  }

  @Nullable String reason() {
    return reason;
  }

  /** What to change, blocking first, then the most frequent. */
  List<Mend> mends() {
    return mends.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, MendLine> e) -> !e.getValue().blocking)
                .thenComparing(e -> -e.getValue().times))
        .map(
            e ->
                new Mend(
                    e.getKey(),
                    e.getValue().blocking,
                    e.getValue().source,
                    List.copyOf(e.getValue().scenarios),
                    e.getValue().exchange))
        .toList();
  }
}
