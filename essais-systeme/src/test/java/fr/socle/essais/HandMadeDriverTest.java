package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.essais.SocleCommand.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./socle run} says of an LPS whose driver does nothing, or dies. */
class HandMadeDriverTest {
  private final ObjectMapper json = new ObjectMapper();
  @TempDir private Path folder;

  @Test
  void judgesNothingWhenTheDriverAnswers501ToEverything() throws Exception {
    try (HandMadeDriver driver = HandMadeDriver.emptyHanded()) {
      Ended run = run(driver);

      assertThat(run.code()).as(run.output()).isEqualTo(4);
      assertThat(run.output()).contains("Rien n'a été jugé", "LPS fait main 1");
      assertThat(run.output()).doesNotContain("Exception").doesNotContain("\tat ");
      JsonNode report = report();
      assertThat(report.path("scenarios")).isNotEmpty();
      assertThat(verdicts(report.path("scenarios"))).containsExactly("non_couvert");
      assertThat(verdicts(report.path("requirements"))).containsExactly("non_couvert");
      assertThat(report.path("cause").isMissingNode()).isTrue();
    }
  }

  @Test
  void blamesTheDriverAndNothingElseWhenItDiesInTheMiddleOfARun() throws Exception {
    try (HandMadeDriver driver = HandMadeDriver.dyingAt(8)) {
      Ended run = run(driver);

      assertThat(run.code()).as(run.output()).isEqualTo(3);
      assertThat(driver.actions()).isEqualTo(8);
      assertThat(run.output()).doesNotContain("Exception").doesNotContain("\tat ");
      assertThat(run.output().lines().filter(line -> line.contains("Ce qui a manqué")))
          .singleElement()
          .asString()
          .contains("le pilote", "ne répond pas", "est-il lancé");
      JsonNode report = report();
      assertThat(report.path("verdict").asText()).isEqualTo("indetermine");
      assertThat(report.path("cause").path("cause").asText()).isEqualTo("pilote");
      assertThat(verdicts(report.path("scenarios"))).contains("indetermine");
      assertThat(verdicts(report.path("requirements")))
          .contains("indetermine")
          .doesNotContain("non_conforme", "reserve");
      assertThat(causes(report.path("scenarios"))).isNotEmpty().containsOnly("pilote");
    }
  }

  private Ended run(HandMadeDriver driver) throws Exception {
    return SocleCommand.run(
        folder.resolve("sortie.txt"),
        "run",
        "--lps",
        driver.describe(folder).toString(),
        "--out",
        folder.resolve("rapport").toString());
  }

  private JsonNode report() throws Exception {
    return json.readTree(folder.resolve("rapport/report.json").toFile());
  }

  private static Set<String> verdicts(JsonNode judged) {
    Set<String> verdicts = new TreeSet<>();
    judged.forEach(one -> verdicts.add(one.path("verdict").asText()));
    return verdicts;
  }

  private static List<String> causes(JsonNode scenarios) {
    List<String> causes = new ArrayList<>();
    for (JsonNode scenario : scenarios) {
      if (scenario.hasNonNull("cause")) {
        causes.add(scenario.path("cause").path("cause").asText());
      }
    }
    return causes;
  }
}
