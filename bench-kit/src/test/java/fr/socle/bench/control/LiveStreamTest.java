package fr.socle.bench.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.SpaceRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveStreamTest {
  private static final String LIVE = "/control/v1/spaces/e1/exchanges/live";

  private final FakeBench bench = new FakeBench();
  private final HttpClient http = HttpClient.newHttpClient();
  private ControlServer server;

  @BeforeEach
  void start() {
    bench.createSpace(new SpaceRequest(null, null, null));
    server = ControlServer.start(bench, ControlOptions.loopback());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A client of the stream, as a browser's EventSource. */
  private final class Events implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    Events(String path, String... headers) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.address().resolve(path))
              .header("Accept", "text/event-stream");
      if (headers.length > 0) {
        request.headers(headers);
      }
      response = http.send(request.build(), BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next event: id, name and data in turn. */
    List<String> next() throws IOException {
      List<String> event = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && event.size() == 3) {
          return event;
        }
        if (line.matches("(id|event|data): .*")) {
          event.add(line.substring(line.indexOf(' ') + 1));
        }
      }
      return List.of();
    }

    @Override
    public void close() throws IOException {
      response.body().close();
    }
  }

  private Exchange commit(long sequence) {
    return bench.commit(Samples.exchange(sequence, "e1", "insi", "INSi WS_INS2"));
  }

  @Test
  void tellsEachExchangeOnceCommittedAndNoneOfBefore() throws Exception {
    commit(1);
    try (Events events = new Events(LIVE)) {
      assertThat(events.response.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      Awaitility.await().until(() -> bench.listeners() == 1);
      bench.commit(Samples.exchange(2, "autre", "insi", null));
      Exchange exchange = commit(3);
      List<String> event = events.next();
      assertThat(event.subList(0, 2)).containsExactly("3", "exchange");
      assertThat(BenchJson.mapper().readValue(event.get(2), Exchange.class)).isEqualTo(exchange);
    }
  }

  @Test
  void dataOfAnEventFitsTheSchemaOfTheDocument() throws Exception {
    OpenApiJudge judge =
        new OpenApiJudge(new Wire(server.address()).get("/control/v1/openapi.json").body());
    commit(1);
    try (Events events = new Events(LIVE + "?after=0")) {
      var schema =
          judge
              .document()
              .at(
                  "/paths/~1spaces~1{space}~1exchanges~1live/get/responses/200/content"
                      + "/text~1event-stream/x-event-data");
      assertThat(judge.errors(schema, judge.parse(events.next().get(2)))).isEmpty();
    }
  }

  @Test
  void resumesAfterTheLastEventThatTheClientSaw() throws Exception {
    LongStream.rangeClosed(1, 1_200).forEach(this::commit);
    try (Events events = new Events(LIVE + "?after=0", "Last-Event-ID", "3")) {
      for (long expected = 4; expected <= 1_200; expected++) {
        assertThat(events.next().get(0)).isEqualTo(String.valueOf(expected));
      }
      commit(1_201);
      assertThat(events.next().get(0)).isEqualTo("1201");
    }
  }

  /**
   * Exchanges go on being committed while the client catches up: none is lost, none comes twice.
   */
  @Test
  void losesAndRepeatsNothingWhileItCatchesUp() throws Exception {
    LongStream.rangeClosed(1, 600).forEach(this::commit);
    Thread traffic =
        new Thread(() -> LongStream.rangeClosed(601, 1_500).forEach(this::commit), "trafic");
    traffic.start();
    List<Long> told = new ArrayList<>();
    try (Events events = new Events(LIVE + "?after=0")) {
      while (told.size() < 1_500) {
        told.add(Long.valueOf(events.next().get(0)));
      }
    }
    traffic.join();
    assertThat(told).containsExactlyElementsOf(LongStream.rangeClosed(1, 1_500).boxed().toList());
  }

  @Test
  void leavesTheJournalAloneOnceTheClientIsGone() throws Exception {
    try (Events events = new Events(LIVE)) {
      Awaitility.await().until(() -> bench.listeners() == 1);
      commit(1);
      assertThat(events.next()).isNotEmpty();
    }
    // The loss of a client shows when something is written to it.
    long[] sequence = {2};
    Awaitility.await()
        .until(
            () -> {
              commit(sequence[0]++);
              return bench.listeners() == 0;
            });
  }

  @Test
  void endsWithTheServer() throws Exception {
    try (Events events = new Events(LIVE)) {
      Awaitility.await().until(() -> bench.listeners() == 1);
      server.close();
      assertThat(bench.listeners()).isZero();
      assertThat(endOf(events)).isTrue();
    }
  }

  private static boolean endOf(Events events) {
    try {
      return events.next().isEmpty();
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void saysThatTheSpaceIsUnknownInsteadOfStreamingNothing() throws Exception {
    try (Events events = new Events("/control/v1/spaces/nulle-part/exchanges/live")) {
      assertThat(events.response.statusCode()).isEqualTo(404);
    }
  }
}
