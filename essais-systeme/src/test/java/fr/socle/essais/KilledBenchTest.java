package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The bench dies in the middle of a run: nobody but the bench is to blame, and nothing is lost. */
class KilledBenchTest {
  private final ObjectMapper json = new ObjectMapper();

  @RepeatedTest(10)
  void aKilledBenchIsNeverTheLpssFaultAndItsJournalReopens(RepetitionInfo repetition)
      throws Exception {
    Path folder = Files.createTempDirectory("socle-coupure");
    Path data = folder.resolve("banc");
    Path out = folder.resolve("rapport");
    Random random = new Random(System.nanoTime());
    long target = 3L + random.nextInt(60);

    Process run;
    Map<String, Set<String>> acknowledged = new TreeMap<>();
    String output;
    try (SocleProcess socle = SocleProcess.up(data)) {
      BenchClient bench = socle.client();
      String first = socle.space().id();
      run =
          SocleCommand.start(
              folder.resolve("sortie.txt"),
              "run",
              "--bench",
              bench.space(first).urls().get("control"),
              "--out",
              out.toString());
      Death death = Death.after(bench, target, Duration.ofSeconds(60));
      acknowledged.putAll(death.seen());
      socle.kill();
      assertThat(run.waitFor(90, TimeUnit.SECONDS)).as("the run ends by itself").isTrue();
    }
    output = Files.readString(folder.resolve("sortie.txt"));

    assertThat(run.exitValue()).as(output).isEqualTo(3);
    assertThat(output).contains("banc").doesNotContain("Exception").doesNotContain("\tat ");
    JsonNode report = json.readTree(out.resolve("report.json").toFile());
    assertThat(report.path("verdict").asText()).isEqualTo("indetermine");
    assertThat(report.path("cause").path("cause").asText()).isEqualToIgnoringCase("banc");
    assertThat(report.path("counts").path("non_conforme").asInt()).isZero();

    try (SocleProcess again = SocleProcess.up(data)) {
      for (var space : acknowledged.entrySet()) {
        assertThat(Death.keys(again.client(), space.getKey()))
            .as("acknowledged exchanges of repetition " + repetition.getCurrentRepetition())
            .containsAll(space.getValue());
      }
    }
  }

  /** The moment of the kill, chosen by the number of exchanges of the whole bench. */
  private record Death(Map<String, Set<String>> seen) {

    static Death after(BenchClient bench, long exchanges, Duration limit) {
      org.awaitility.Awaitility.await()
          .atMost(limit)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> keys(bench).values().stream().mapToInt(Set::size).sum() >= exchanges);
      return new Death(keys(bench));
    }

    /** Every exchange the bench tells of, by space. */
    static Map<String, Set<String>> keys(BenchClient bench) {
      Map<String, Set<String>> keys = new TreeMap<>();
      bench.spaces().forEach(space -> keys.put(space.id(), keys(bench, space.id())));
      return keys;
    }

    /** Every exchange of one space, living or closed. */
    static Set<String> keys(BenchClient bench, String space) {
      Set<String> keys = new TreeSet<>();
      for (Exchange e : bench.exchanges(space, 0, null).exchanges()) {
        keys.add(e.sequence() + " " + e.service() + " " + e.method() + " " + e.target());
      }
      return keys;
    }
  }
}
