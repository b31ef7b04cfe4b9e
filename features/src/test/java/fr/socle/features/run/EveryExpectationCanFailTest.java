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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class EveryExpectationCanFailTest {
  // They only prepare: without what they ask for, a scenario is undecided, not failed.
  private static final Set<String> PREPARATIONS = Set.of("INSi a rendu cette identité");

  private RunReport report;
  private Map<String, Set<String>> trials;

  @BeforeAll
  void runAgainstAnLpsThatDoesEverythingWrong(@TempDir Path out) {
    try (FakeBench bench = new FakeBench();
        WrongLps lps = new WrongLps(bench)) {
      report =
          SuiteRun.run(
              RunOptions.of(
                      bench.url(),
                      LpsConfiguration.http(
                          new Capabilities.LpsIdentity("L", "1", null),
                          List.of(lps.driver().url())),
                      out)
                  // The content of a DMP and the bytes of documents are more than a fake bench has:
                  // each step of @DMP fails under a mutant of the reference (socle mutants), but
                  // « le droit du médecin a été vérifié », which the order of the calls says too.
                  // Messages and mailboxes likewise: each step of @MSS fails under a mutant.
                  .tags("not @DMP and not @MSS")
                  .build());
      trials = bench.trials();
    }
  }

  @Test
  void againstAnLpsThatDoesEverythingWrong() {
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

  /** An expectation that judges nothing is there to be forgotten: a tag or a judging is missing. */
  @Test
  void eachExpectationJudgesARequirementThatItsScenarioNames() {
    Set<String> judgingNothing = new TreeSet<>();
    for (ScenarioResult scenario : report.scenarios()) {
      for (ExpectationResult expectation : scenario.expectations()) {
        if (expectation.requirements().isEmpty()) {
          judgingNothing.add(
              scenario.uri()
                  + ":"
                  + expectation.line()
                  + " "
                  + scenario.requirements()
                  + " "
                  + expectation.text());
        }
      }
    }

    assertThat(judgingNothing).isEmpty();
  }

  /** What the table says of a scenario is what the scenario asked the bench for. */
  @Test
  void theTableOfFaultsSaysWhatTheScenariosDo() throws Exception {
    FaultTable table = FaultTable.read(Path.of("../docs/psc-pannes.md"));

    assertThat(table.rows()).hasSizeGreaterThan(100).allSatisfy(this::holds);
  }

  private void holds(FaultTable.Row row) {
    row.holds(
        name -> named(name).map(this::provoked).orElse(Set.of()),
        name -> named(name).map(ScenarioResult::requirements).orElse(List.of()));
  }

  private Optional<ScenarioResult> named(String name) {
    return report.scenarios().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private Set<String> provoked(ScenarioResult scenario) {
    Set<String> all = new TreeSet<>(trials.getOrDefault(scenario.name(), Set.of()));
    scenario.tags().stream()
        .filter(tag -> tag.startsWith("@reglage:") || tag.startsWith("@certificat-psc:"))
        .forEach(all::add);
    return all;
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
