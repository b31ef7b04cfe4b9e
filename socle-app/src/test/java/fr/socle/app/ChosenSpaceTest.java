package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code socle run --space}: software that stays in one space of a bench. */
class ChosenSpaceTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path out;

  @Test
  void playsThereAndMakesNoOther() throws Exception {
    try (EmbeddedBench bench =
        EmbeddedBench.start(BenchOptions.builder().build(), ControlOptions.loopback())) {
      SpaceDescriptor first = bench.bench().createSpace(new SpaceRequest(null, null, null));
      SpaceDescriptor second = bench.bench().createSpace(new SpaceRequest(null, null, null));

      int code =
          socle(
              "run",
              "--bench",
              bench.address().toString(),
              "--space",
              second.id(),
              "--tags",
              "@REQ:INSI-T01 or @REQ:PSC-RP-07-SIG",
              "--out",
              out.toString());

      assertThat(code).as(err.toString()).isZero();
      assertThat(bench.bench().spaces())
          .extracting(SpaceDescriptor::id)
          .containsExactly(first.id(), second.id());
      assertThat(bench.bench().exchanges(first.id(), 0, null).exchanges()).isEmpty();
      assertThat(bench.bench().exchanges(second.id(), 0, null).exchanges()).isNotEmpty();
      // A scenario that asks for other settings has no space to be played in, and blames nobody.
      JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
      assertThat(report.path("scenarios"))
          .filteredOn(one -> one.path("verdict").textValue().equals("non_couvert"))
          .isNotEmpty()
          .allSatisfy(
              one -> assertThat(one.path("reason").textValue()).contains("l'espace est imposé"));
    }
  }

  @Test
  void aSpaceIsOneOfABenchThatRuns() {
    assertThat(socle("run", "--space", "e1")).isEqualTo(2);
    assertThat(err.toString()).contains("donnez aussi --bench").hasLineCount(1);
  }

  private int socle(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
