package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.essais.SocleCommand.Ended;
import fr.socle.lps.mutant.MutantSheet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The suite finds every deliberate defect of an LPS, with exactly the requirements it breaks. One
 * command, {@code socle mutants}, proves all of them in one process, each over the scenarios of
 * what it breaks; the whole suite against each of them is for the night. A chosen few, a refusal
 * and a reserve of each service, are seen again as an editor sees his own software: through {@code
 * lps} and {@code run}. Those two commands cost two JVMs for each mutant, too long for all.
 */
class MutantsTest {
  private final ObjectMapper json = new ObjectMapper();
  @TempDir private Path folder;

  @Test
  void everyMutantIsFoundWithExactlyTheRequirementsItBreaks() throws Exception {
    Path out = folder.resolve("mutants");

    Ended proof =
        SocleCommand.run(folder.resolve("sortie.txt"), "mutants", "--out", out.toString());

    Map<String, TreeSet<String>> declared = new TreeMap<>();
    MutantSheet.all().forEach(sheet -> declared.put(sheet.id(), new TreeSet<>(sheet.breaks())));
    Map<String, TreeSet<String>> found = new TreeMap<>();
    for (JsonNode mutant : json.readTree(out.resolve("mutants.json").toFile()).path("mutants")) {
      TreeSet<String> requirements = new TreeSet<>();
      mutant.path("found").forEach(requirement -> requirements.add(requirement.asText()));
      found.put(mutant.path("id").asText(), requirements);
    }
    String verdict = conclusions(proof.output());
    assertThat(found.keySet()).as(verdict).isEqualTo(declared.keySet());
    found.entrySet().removeAll(declared.entrySet());
    assertThat(found).as("mutants found with other requirements. %s", verdict).isEmpty();
    assertThat(proof.code()).as(verdict).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"psc-acr-absent", "psc-acr-eidas2", "insi-emetteur-faux", "ins-appel-fictif"})
  void theRunSaysWhichRequirementIsBrokenAndWhatToChange(String id) throws Exception {
    MutantSheet mutant =
        MutantSheet.all().stream().filter(sheet -> sheet.id().equals(id)).findFirst().orElseThrow();
    String tags =
        mutant.breaks().stream()
            .map(broken -> "@REQ:" + broken)
            .collect(Collectors.joining(" or "));
    Path out = folder.resolve("rapport");
    Ended run;
    try (ReferenceProcess lps = ReferenceProcess.mutant(mutant.id())) {
      run =
          SocleCommand.run(
              folder.resolve("sortie.txt"),
              "run",
              "--lps",
              lps.describe(folder).toString(),
              "--tags",
              tags,
              "--out",
              out.toString());
    }

    Map<String, JsonNode> broken = broken(json.readTree(out.resolve("report.json").toFile()));
    assertThat(broken.keySet())
        .as(run.output())
        .containsExactlyInAnyOrderElementsOf(mutant.breaks());
    assertThat(broken.values()).allSatisfy(one -> assertThat(mends(one)).isNotEmpty());
    // A command says the gravest first and leaves the rest to the report.
    assertThat(broken)
        .anySatisfy(
            (requirement, one) ->
                assertThat(mends(one))
                    .anySatisfy(
                        mend ->
                            assertThat(run.output().lines())
                                .anyMatch(
                                    line -> line.contains(mend) && line.contains(requirement))));
    if (mutant.blocking()) {
      assertThat(run.code()).as(run.output()).isEqualTo(1);
      assertThat(run.output()).contains("À corriger d'abord");
      assertThat(verdicts(broken)).contains("non_conforme");
    } else {
      assertThat(run.code()).as(run.output()).isZero();
      assertThat(run.output()).contains("Réserves à lever");
      assertThat(verdicts(broken)).containsOnly("reserve");
    }
  }

  /** What the command says when it is done, without its line for each mutant. */
  private static String conclusions(String output) {
    return output
        .lines()
        .filter(line -> !line.endsWith(" ms"))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static Map<String, JsonNode> broken(JsonNode report) {
    Map<String, JsonNode> broken = new LinkedHashMap<>();
    for (JsonNode requirement : report.path("requirements")) {
      if (List.of("non_conforme", "reserve").contains(requirement.path("verdict").asText())) {
        broken.put(requirement.path("id").asText(), requirement);
      }
    }
    return broken;
  }

  private static List<String> mends(JsonNode requirement) {
    return requirement.path("mends").findValuesAsText("text");
  }

  private static List<String> verdicts(Map<String, JsonNode> broken) {
    return broken.values().stream().map(one -> one.path("verdict").asText()).toList();
  }
}
