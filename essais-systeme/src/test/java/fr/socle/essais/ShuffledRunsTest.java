package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.essais.SocleCommand.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * As many spaces and instances of the reference as a run has, any order: the same report. Every run
 * is a command of its own, so few are made unless the system property {@code socle.ordres} asks for
 * more.
 */
class ShuffledRunsTest {
  private static final int RUNS = Integer.getInteger("socle.ordres", 2);

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void shuffledRunsOverSeveralSpacesGiveEqualReports() throws Exception {
    Path folder = Files.createTempDirectory("socle-ordre");
    String first = null;
    for (int seed = 1; seed <= RUNS; seed++) {
      Path out = folder.resolve("run" + seed);
      Ended run =
          SocleCommand.run(
              folder.resolve("sortie" + seed + ".txt"),
              "run",
              "--ordre",
              Integer.toString(seed),
              "--out",
              out.toString());
      assertThat(run.code()).as(run.output()).isZero();
      String report = essence(out.resolve("report.json"));
      if (first == null) {
        first = report;
      }
      assertThat(report).as("run with seed " + seed).isEqualTo(first);
    }
  }

  /** Verdicts, and findings with rule, location, expected and found; no time, no identifier. */
  private String essence(Path file) throws IOException {
    JsonNode report = json.readTree(file.toFile());
    TreeMap<String, String> lines = new TreeMap<>();
    for (JsonNode scenario : report.path("scenarios")) {
      lines.put(
          "scenario " + scenario.path("id").asText(),
          scenario.path("verdict").asText()
              + " "
              + expectations(scenario)
              + " "
              + findings(scenario.path("findings"))
              + " "
              + findings(scenario.path("annexes")));
    }
    for (JsonNode requirement : report.path("requirements")) {
      lines.put(
          "requirement " + requirement.path("id").asText(), requirement.path("verdict").asText());
    }
    lines.put("verdict", report.path("verdict").asText() + " " + report.path("counts"));
    assertThat(lines).hasSizeGreaterThan(10);
    return String.join("\n", lines.entrySet().stream().map(Object::toString).toList());
  }

  private static List<String> expectations(JsonNode scenario) {
    List<String> all = new ArrayList<>();
    scenario
        .path("expectations")
        .forEach(e -> all.add(e.path("basis").asText() + "=" + e.path("ok").asBoolean()));
    return all;
  }

  private static Set<String> findings(JsonNode list) {
    Set<String> all = new TreeSet<>();
    list.forEach(
        f ->
            all.add(
                String.join(
                    "|",
                    f.path("rule").asText(),
                    f.path("location").asText(),
                    withoutNumbers(f.path("expected").asText()),
                    withoutNumbers(f.path("found").asText()))));
    return all;
  }

  /** The number of an exchange is an identifier: it follows the order of the run. */
  private static String withoutNumbers(String text) {
    return text.replaceAll("échange \\d+", "échange n");
  }
}
