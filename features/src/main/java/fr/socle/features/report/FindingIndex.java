package fr.socle.features.report;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.VerdictLaw;
import fr.socle.exigences.VerdictLaw.SourcePolicy;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All findings of a run, wherever the model keeps them. */
final class FindingIndex {
  private final VerdictLaw law;
  private final Anchors anchors;
  private final Map<String, FindingLine> firstByMend = new LinkedHashMap<>();
  private final Map<String, FindingLine> assumed = new LinkedHashMap<>();

  FindingIndex(RunReport run, Anchors anchors) {
    this.anchors = anchors;
    this.law =
        new VerdictLaw(run.sources().equals("texte") ? SourcePolicy.TEXT_ONLY : SourcePolicy.ALL);
    for (ScenarioResult scenario : run.scenarios()) {
      note(
          scenario.id(),
          Stream.of(
                  scenario.findings().stream(),
                  scenario.annexes().stream(),
                  scenario.exchanges().stream().flatMap(e -> e.findings().stream()))
              .flatMap(stream -> stream));
    }
    note("", run.horsScenario().stream().flatMap(e -> e.findings().stream()));
  }

  /** The first finding that asks for this mend. */
  Optional<FindingLine> first(String mend) {
    return Optional.ofNullable(firstByMend.get(mend));
  }

  /** The first finding of each assumed rule that was seen. */
  List<FindingLine> assumed() {
    return List.copyOf(assumed.values());
  }

  /** Findings on one exchange: those it carries, then those of the sequence checks that name it. */
  static List<Finding> on(Exchange exchange, List<Finding> ofWindow) {
    Set<Finding> all = new LinkedHashSet<>(exchange.findings());
    ofWindow.stream()
        .filter(finding -> Objects.equals(finding.exchange(), exchange.sequence()))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** Findings as lines, numbered from 1. */
  List<FindingLine> lines(List<Finding> findings, String scenario) {
    List<FindingLine> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(FindingLine.of(lines.size() + 1, finding, law, anchors, scenario));
    }
    return List.copyOf(lines);
  }

  private void note(String scenario, Stream<Finding> findings) {
    findings.forEach(
        finding -> {
          FindingLine line = FindingLine.of(1, finding, law, anchors, scenario);
          firstByMend.putIfAbsent(finding.mend(), line);
          if (finding.source() == RuleSource.SUPPOSE) {
            assumed.putIfAbsent(finding.rule(), line);
          }
        });
  }
}
