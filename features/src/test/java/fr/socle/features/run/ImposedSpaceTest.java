package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.FakeLps;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario that asks for settings, in a space that the run did not make. */
class ImposedSpaceTest {
  private static final String NOT_NOW = "{\"statut\":\"refuse\",\"message\":\"Pas maintenant.\"}";
  private static final String DONE = "{\"statut\":\"fait\",\"vu\":{}}";

  @TempDir private Path out;
  private final FakeBench bench = new FakeBench();
  private final FakeLps lps = new FakeLps();

  @BeforeEach
  void prepare() {
    lps.on("configurer", input -> DONE)
        .on("reinitialiser", input -> DONE)
        .on("demander-connexion-ps", input -> NOT_NOW);
  }

  @AfterEach
  void stop() {
    lps.close();
    bench.close();
  }

  @Test
  void isPlayedInASpaceThatHasThem() {
    SpaceDescriptor space =
        bench.addSpace("reglee", Map.of("psc.ciba-interval-seconds", "1", "autre", "2"));

    RunReport report = run(space);

    assertThat(lps.asked()).anyMatch(action -> action.startsWith("demander-connexion-ps"));
    assertThat(report.scenarios())
        .filteredOn(scenario -> scenario.name().equals("un médecin se connecte avec sa carte"))
        .singleElement()
        .satisfies(scenario -> assertThat(scenario.space()).isEqualTo("reglee"))
        .satisfies(scenario -> assertThat(scenario.reason()).isNull());
  }

  @Test
  void isNotCoveredInASpaceThatHasThemNot() {
    SpaceDescriptor space = bench.addSpace("usuelle", Map.of("psc.ciba-interval-seconds", "5"));

    RunReport report = run(space);

    assertThat(lps.asked()).noneMatch(action -> action.startsWith("demander-connexion-ps"));
    assertThat(report.scenarios())
        .isNotEmpty()
        .allSatisfy(scenario -> assertThat(scenario.reason()).contains("espace réglé exprès"));
  }

  private RunReport run(SpaceDescriptor space) {
    return SuiteRun.run(
        RunOptions.of(
                bench.url(),
                LpsConfiguration.http(
                    new Capabilities.LpsIdentity("L", "1", null), List.of(lps.url())),
                out)
            .spaces(List.of(space.id()))
            .features(List.of(RunOptions.FEATURES + "/psc/ciba.feature"))
            .build());
  }
}
