package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.RequirementCatalogue;
import fr.socle.features.run.SuiteIndex.IndexedScenario;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class FeatureFilesTest {
  private static final Set<String> SERVICES = Set.of("@PSC", "@INS", "@DMP", "@MSS");
  private static final Set<String> WAVES = Set.of("@vague1", "@vague2");

  private final SuiteIndex suite = SuiteIndex.load();

  @Test
  void nameOnlyRequirementsOfTheCatalogue() {
    RequirementCatalogue catalogue = RequirementCatalogue.load();

    Set<String> unknown = new TreeSet<>(suite.byRequirement().keySet());
    unknown.removeIf(id -> catalogue.find(id).isPresent());

    assertThat(unknown).isEmpty();
  }

  @Test
  void eachScenarioNamesOneServiceOneWaveAndItsRequirements() {
    assertThat(suite.scenarios())
        .isNotEmpty()
        .allSatisfy(
            scenario -> {
              assertThat(scenario.tags()).filteredOn(SERVICES::contains).hasSize(1);
              assertThat(scenario.tags()).filteredOn(WAVES::contains).hasSize(1);
              assertThat(scenario.requirements()).as(scenario.id()).isNotEmpty();
            });
  }

  @Test
  void useOnlyStepsThatAreDefined() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();

    SuiteIndex.launcher()
        .execute(
            SuiteIndex.request(
                List.of(RunOptions.FEATURES),
                null,
                java.util.Map.of(
                    "cucumber.execution.dry-run",
                    "true",
                    "cucumber.glue",
                    "fr.socle.features.etapes")),
            summary);

    assertThat(summary.getSummary().getFailures())
        .extracting(
            failure -> failure.getTestIdentifier().getDisplayName() + failure.getException())
        .isEmpty();
    assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(suite.scenarios().size());
  }

  @Test
  void playEachUseCaseWithAnInsiThatAnswersAtOnceAndWithASlowOne() {
    for (IdentityUse use : IdentityUse.values()) {
      assertThat(suite.scenarios())
          .filteredOn(scenario -> scenario.tags().contains(use.tag()))
          .as(use.tag())
          .extracting(scenario -> scenario.tags().contains(IdentityUse.SLOW))
          .containsExactlyInAnyOrder(false, true);
    }
  }

  @Test
  void nameOnlyUseCasesThatTheReportKnows() {
    assertThat(suite.scenarios())
        .filteredOn(scenario -> scenario.tags().stream().anyMatch(IdentityUse::isNamedBy))
        .allSatisfy(scenario -> assertThat(IdentityUse.of(scenario.tags())).isPresent());
    assertThat(suite.scenarios())
        .filteredOn(scenario -> scenario.tags().contains(IdentityUse.SLOW))
        .allSatisfy(scenario -> assertThat(scenario.name()).endsWith("au bout de trois secondes"));
  }

  @Test
  void areWrittenInTheWordsOfTheField() throws Exception {
    for (String file : suite.files()) {
      try (var text = getClass().getClassLoader().getResourceAsStream(file)) {
        assertThat(new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
            .as(file)
            .doesNotContainPattern("HTTP|XPath|JSON|OIDC|JWT|SOAP|\\b[2345]0[0-9]\\b")
            .startsWith("# language: fr");
      }
    }
  }

  @Test
  void giveEachScenarioANameOfItsOwn() {
    assertThat(suite.scenarios()).extracting(IndexedScenario::id).doesNotHaveDuplicates();
  }
}
