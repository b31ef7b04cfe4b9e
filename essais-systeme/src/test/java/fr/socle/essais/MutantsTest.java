package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.lps.mutant.MutantSheet;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A defect in the LPS, seen from the two commands of an editor: {@code lps} and {@code run}. */
class MutantsTest {
  private final ObjectMapper json = new ObjectMapper();

  static Stream<MutantSheet> mutants() {
    return MutantSheet.all().stream();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void theRunSaysWhichRequirementIsBrokenAndWhatToChange(MutantSheet mutant) throws Exception {
    Path folder = Files.createTempDirectory("socle-mutant");
    Path out = folder.resolve("rapport");
    Process lps =
        new ProcessBuilder(
                Project.root().resolve("socle").toString(),
                "lps",
                "--mutant",
                mutant.id(),
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(lps.getInputStream(), StandardCharsets.UTF_8))) {
      String ready = lines.readLine();
      String url = ready.substring(ready.indexOf("http://")).strip();
      Path yaml = folder.resolve("lps.yaml");
      Files.writeString(
          yaml,
          "lps: {nom: Mutant, version: \"1\", editeur: Essai}\npilote: http\nurl: " + url + "\n");
      Process run =
          new ProcessBuilder(
                  Project.root().resolve("socle").toString(),
                  "run",
                  "--lps",
                  yaml.toString(),
                  "--out",
                  out.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("sortie.txt").toFile())
              .start();
      int code = run.waitFor();
      String output = Files.readString(folder.resolve("sortie.txt"));
      assertThat(code).as(output).isEqualTo(mutant.blocking() ? 1 : 0);
      JsonNode report = json.readTree(out.resolve("report.json").toFile());
      Set<String> verdicts = new TreeSet<>();
      for (JsonNode requirement : report.path("requirements")) {
        if (mutant.breaks().contains(requirement.path("id").asText())) {
          verdicts.add(requirement.path("verdict").asText());
          assertThat(requirement.path("mends"))
              .as("what to change for " + requirement.path("id").asText())
              .isNotEmpty();
        }
      }
      if (mutant.blocking()) {
        assertThat(verdicts).contains("non_conforme");
        assertThat(output).containsAnyOf(mutant.breaks().toArray(String[]::new));
      } else {
        assertThat(verdicts).containsOnly("reserve");
        assertThat(output).contains("réserve");
      }
    } finally {
      lps.destroy();
    }
  }
}
