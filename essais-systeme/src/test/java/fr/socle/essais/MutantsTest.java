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
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A defect in the LPS, seen from the two commands of an editor: {@code lps} and {@code run}. Only
 * the scenarios of the service the defect is about are run: that it breaks nothing of the other is
 * for {@code socle mutants --all} to prove.
 */
class MutantsTest {
  private final ObjectMapper json = new ObjectMapper();
  @TempDir private Path folder;

  static Stream<Named<MutantSheet>> mutants() {
    return MutantSheet.all().stream().map(mutant -> Named.of(mutant.id(), mutant));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void theRunSaysWhichRequirementIsBrokenAndWhatToChange(MutantSheet mutant) throws Exception {
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
              mutant.id().startsWith("psc-") ? "@PSC" : "@INS",
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
            (id, requirement) ->
                assertThat(mends(requirement))
                    .anySatisfy(
                        mend ->
                            assertThat(run.output().lines())
                                .anyMatch(line -> line.contains(mend) && line.contains(id))));
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
