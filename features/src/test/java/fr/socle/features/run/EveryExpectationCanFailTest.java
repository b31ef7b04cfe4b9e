package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.StepText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryExpectationCanFailTest {
  // They only prepare: without what they ask for, a scenario is undecided, not failed.
  private static final Set<String> PREPARATIONS = Set.of("INSi a rendu cette identité");

  @TempDir private Path out;

  @Test
  void againstAnLpsThatDoesEverythingWrong() {
    try (FakeBench bench = new FakeBench();
        WrongLps lps = new WrongLps(bench)) {
      RunReport report =
          SuiteRun.run(
              RunOptions.of(
                      bench.url(),
                      LpsConfiguration.http(
                          new Capabilities.LpsIdentity("L", "1", null),
                          List.of(lps.driver().url())),
                      out)
                  .build());

      for (ScenarioResult scenario : report.scenarios()) {
        String name = scenario.id() + " " + scenario.cause() + " " + scenario.reason();
        assertThat(scenario.cause()).as(name).isNull();
        assertThat(scenario.reason()).as(name).isNull();
        assertThat(scenario.expectations()).as(name).isNotEmpty().noneMatch(ExpectationResult::ok);
        assertThat(linesOf(scenario))
            .as(name)
            .containsExactlyInAnyOrderElementsOf(asserted(scenario));
      }
    }
  }

  /** Lines of the steps that expect something. */
  private static List<Integer> asserted(ScenarioResult scenario) {
    boolean after = false;
    List<Integer> lines = new ArrayList<>();
    for (StepText step : scenario.steps()) {
      after = step.keyword().equals("Alors") || (after && step.keyword().equals("Et"));
      if (after && !PREPARATIONS.contains(step.text())) {
        lines.add(step.line());
      }
    }
    return lines;
  }

  private static Set<Integer> linesOf(ScenarioResult scenario) {
    return scenario.expectations().stream()
        .map(ExpectationResult::line)
        .collect(Collectors.toSet());
  }
}
