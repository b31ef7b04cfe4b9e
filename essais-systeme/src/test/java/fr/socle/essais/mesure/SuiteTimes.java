package fr.socle.essais.mesure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When things happened in a run of the suite, read from the Cucumber messages it leaves.
 *
 * @param started the suite
 * @param firstVerdict the first scenario that ended
 * @param finished the last scenario; what follows is the report
 * @param scenarios how many ended
 */
record SuiteTimes(Instant started, Instant firstVerdict, Instant finished, int scenarios) {

  /** Reads {@code messages.ndjson} of a report folder. */
  static SuiteTimes of(Path report) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (Stream<String> lines = Files.lines(report.resolve("messages.ndjson"))) {
      List<JsonNode> messages =
          lines
              .filter(l -> l.startsWith("{\"testRun") || l.startsWith("{\"testCaseFinished"))
              .map(
                  l -> {
                    try {
                      return json.readTree(l);
                    } catch (IOException e) {
                      throw new IllegalStateException("message illisible : " + l, e);
                    }
                  })
              .toList();
      List<Instant> verdicts =
          messages.stream().map(m -> m.path("testCaseFinished")).flatMap(SuiteTimes::at).toList();
      return new SuiteTimes(
          one(messages, "testRunStarted"),
          verdicts.stream().min(Instant::compareTo).orElseThrow(),
          one(messages, "testRunFinished"),
          verdicts.size());
    }
  }

  private static Instant one(List<JsonNode> messages, String kind) {
    return messages.stream()
        .map(m -> m.path(kind))
        .flatMap(SuiteTimes::at)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Instant> at(JsonNode event) {
    JsonNode time = event.path("timestamp");
    return time.isMissingNode()
        ? Stream.empty()
        : Stream.of(
            Instant.ofEpochSecond(time.path("seconds").asLong(), time.path("nanos").asLong()));
  }
}
