package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.essais.SocleCommand.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example an editor starts from, a modest LPS in Python, judged from the command line. */
class PythonDriverTest {
  private static final Path EXAMPLE = Project.root().resolve("examples/pilote-python");
  private static final String LPS = "lps: {nom: Petit LPS, version: \"1.0\", editeur: Exemple}\n";

  private final ObjectMapper json = new ObjectMapper();
  @TempDir private Path folder;

  @Test
  void theHttpDriverOfTheExampleIsAcceptedAndItsLpsJudged() throws Exception {
    Process driver =
        new ProcessBuilder("python3", EXAMPLE.resolve("pilote.py").toString(), "--port", "0")
            .redirectError(folder.resolve("pilote.txt").toFile())
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8))) {
      String url = lines.readLine();
      assertThat(url).as("address the driver prints").startsWith("http://127.0.0.1:");
      Path yaml = folder.resolve("lps.yaml");
      Files.writeString(yaml, LPS + "pilote: http\nurl: " + url + "\n");

      acceptsAndJudges(yaml, "http");
    } finally {
      driver.destroy();
      driver.waitFor();
    }
    assertThat(folder.resolve("pilote.txt")).as("errors of the driver").isEmptyFile();
  }

  @Test
  void theCommandDriverOfTheExampleIsAcceptedAndItsLpsJudged() throws Exception {
    // A copy: this form keeps its records in a file beside it.
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }

    acceptsAndJudges(folder.resolve("lps-commande.yaml"), "commande");
  }

  /** What the README of the example tells to run, and what it says of the report. */
  private void acceptsAndJudges(Path yaml, String kind) throws Exception {
    Ended check = socle("driver", "check", "--lps", yaml.toString());
    assertThat(check.code()).as(check.output()).isZero();
    assertThat(check.output()).contains("Le pilote respecte le contrat").doesNotContain("[KO]");

    Path out = folder.resolve("rapport");
    Ended run = socle("run", "--lps", yaml.toString(), "--out", out.toString());
    assertThat(run.code()).as(run.output()).isEqualTo(4);
    assertThat(run.output()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(out.resolve("rapport.html")).isNotEmptyFile();
    JsonNode report = json.readTree(out.resolve("report.json").toFile());
    assertThat(report.path("lps").path("driver").asText()).isEqualTo(kind);
    assertThat(ids(report, "conforme_declare")).contains("INS/va1.43", "INS/va1.45");
    assertThat(ids(report, "non_couvert")).contains("INS/va1.52");
    assertThat(ids(report, "non_conforme")).isEmpty();
    assertThat(ids(report, "indetermine")).isEmpty();
  }

  private static Set<String> ids(JsonNode report, String verdict) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode requirement : report.path("requirements")) {
      if (requirement.path("verdict").asText().equals(verdict)) {
        ids.add(requirement.path("id").asText());
      }
    }
    return ids;
  }

  private Ended socle(String... arguments) throws IOException, InterruptedException {
    return SocleCommand.run(folder.resolve(arguments[0] + ".txt"), arguments);
  }
}
