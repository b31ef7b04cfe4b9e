package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The bench dies in the middle of a run: nobody but the bench is to blame, and nothing is lost.
 * Each death has its processes and its folders, and waits for them: several are seen side by side.
 */
class KilledBenchTest {
  /** Each service is killed in its turn: the traffic of one tells nothing of the others. */
  private static final List<String> SERVICES = List.of("@PSC", "@INS", "@DMP", "@MSS");

  private final ObjectMapper json = new ObjectMapper();

  @RepeatedTest(10)
  @Execution(ExecutionMode.CONCURRENT)
  void aKilledBenchIsNeverTheLpssFaultAndItsJournalReopens(RepetitionInfo repetition)
      throws Exception {
    Path folder = Files.createTempDirectory("socle-coupure");
    Path data = folder.resolve("banc");
    Path out = folder.resolve("rapport");
    Random random = new Random(System.nanoTime());
    long target = 3L + random.nextInt(60);
    String service = SERVICES.get(repetition.getCurrentRepetition() % SERVICES.size());

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
              "--tags",
              service,
              "--out",
              out.toString());
      Witness witness = new Witness(bench);
      witness.waitFor(target, run, Duration.ofMinutes(3));
      acknowledged.putAll(witness.seen());
      socle.kill();
      long killed = System.nanoTime();
      assertThat(run.waitFor(90, TimeUnit.SECONDS)).as("the run ends by itself").isTrue();
      System.out.printf(
          "bench killed after %d exchanges of %s, run ended %d ms later%n",
          witness.count(), service, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
    }
    output = Files.readString(folder.resolve("sortie.txt"));

    assertThat(run.exitValue()).as(output).isEqualTo(3);
    assertThat(output).contains("banc").doesNotContain("Exception").doesNotContain("\tat ");
    JsonNode report = json.readTree(out.resolve("report.json").toFile());
    assertThat(report.path("verdict").asText()).isEqualTo("indetermine");
    assertThat(report.path("cause").path("cause").asText()).isEqualToIgnoringCase("banc");
    assertThat(report.path("counts").path("non_conforme").asInt()).isZero();

    try (SocleProcess again = SocleProcess.up(data)) {
      Witness witness = new Witness(again.client());
      for (var space : acknowledged.entrySet()) {
        assertThat(witness.read(space.getKey()))
            .as("acknowledged exchanges of repetition " + repetition.getCurrentRepetition())
            .containsAll(space.getValue());
      }
    }
  }

  /** What the bench has told of so far; each exchange is asked for once, not to slow the run. */
  private static final class Witness {
    private final BenchClient bench;
    private final Map<String, Long> cursors = new TreeMap<>();
    private final Map<String, Set<String>> seen = new TreeMap<>();

    Witness(BenchClient bench) {
      this.bench = bench;
    }

    /** Looks until the whole bench has told of as many exchanges, while the run still plays. */
    void waitFor(long exchanges, Process run, Duration limit) {
      await()
          .atMost(limit)
          .pollInterval(Duration.ofMillis(20))
          .failFast("the run ended before the bench was killed", () -> !run.isAlive())
          .until(
              () -> {
                bench.spaces().forEach(space -> read(space.id()));
                return count() >= exchanges;
              });
    }

    /** Reads what one space, living or closed, has not told yet. */
    Set<String> read(String space) {
      Set<String> keys = seen.computeIfAbsent(space, id -> new TreeSet<>());
      long before;
      do {
        before = cursors.getOrDefault(space, 0L);
        ExchangePage page = bench.exchanges(space, before, null);
        for (Exchange e : page.exchanges()) {
          keys.add(e.sequence() + " " + e.service() + " " + e.method() + " " + e.target());
        }
        cursors.put(space, page.cursor());
      } while (cursors.get(space) > before);
      return keys;
    }

    Map<String, Set<String>> seen() {
      return seen;
    }

    int count() {
      return seen.values().stream().mapToInt(Set::size).sum();
    }
  }
}
