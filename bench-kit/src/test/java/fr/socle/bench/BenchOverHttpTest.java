package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.AwaitedExchange;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.control.ControlServer;
import fr.socle.bench.control.OpenApiJudge;
import fr.socle.bench.control.Wire;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The control API in front of a real bench, with a service that listens. */
@TestInstance(Lifecycle.PER_CLASS)
final class BenchOverHttpTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private Bench bench;
  private ControlServer server;
  private BenchClient client;

  @BeforeAll
  void start() {
    bench = Bench.start(BenchOptions.builder().services(new EchoService()).build());
    server = ControlServer.start(bench, ControlOptions.loopback());
    bench.announce("control", server.address().toString());
    client = new BenchClient(server.address());
  }

  @AfterAll
  void stop() {
    server.close();
    bench.close();
  }

  private static void say(SpaceDescriptor space, String text) throws Exception {
    try (RawClient caller = RawClient.clear(space.urls().get("echo.clair"))) {
      caller
          .send(
              "POST /echo HTTP/1.1\r\nhost: banc\r\nContent-Length: "
                  + text.length()
                  + "\r\n\r\n"
                  + text)
          .readAnswer();
    }
  }

  @Test
  void letsAScenarioDoEverythingThroughHttp() throws Exception {
    SpaceDescriptor space = client.createSpace(new SpaceRequest("Cabinet", 7L, null));
    assertThat(space.urls()).containsEntry("control", server.address().toString());
    Window window = client.openWindow(space.id(), "bavardage");

    CompletableFuture<Optional<Exchange>> awaited =
        CompletableFuture.supplyAsync(
            () ->
                client.await(
                    space.id(),
                    new AwaitedExchange(window.openedAtCursor(), "echo", "ECHO dire", LONG)));
    say(space, "moins fort!");
    Exchange exchange = awaited.get(20, TimeUnit.SECONDS).orElseThrow();

    assertThat(exchange.windowId()).isEqualTo(window.id());
    assertThat(exchange.findings()).extracting(Finding::rule).containsExactly("ECHO-01");
    RawExchange raw = client.rawExchange(space.id(), exchange.sequence());
    assertThat(new String(raw.request(), StandardCharsets.ISO_8859_1)).endsWith("moins fort!");
    WindowClosure closure = client.closeWindow(space.id(), window.id());
    assertThat(closure.exchanges()).isEqualTo(1);
    assertThat(client.closeWindow(space.id(), window.id())).isEqualTo(closure);
    client.deleteSpace(space.id());
    assertThat(client.exchanges(space.id(), 0, window.id()).exchanges()).containsExactly(exchange);
  }

  @Test
  void answersAsItsDocumentSays() throws Exception {
    SpaceDescriptor space = client.createSpace(new SpaceRequest(null, null, null));
    client.openWindow(space.id(), "une fenêtre");
    say(space, "aie!");
    Wire wire = new Wire(server.address());
    OpenApiJudge judge = new OpenApiJudge(wire.get("/control/v1/openapi.json").body());
    for (String path :
        new String[] {
          "/health",
          "/faults",
          "/spaces",
          "/spaces/{space}",
          "/spaces/{space}/windows",
          "/spaces/{space}/exchanges",
          "/spaces/{space}/findings",
          "/spaces/{space}/patients",
          "/spaces/{space}/professionals",
          "/spaces/{space}/faults"
        }) {
      HttpResponse<String> answer = wire.get("/control/v1" + path.replace("{space}", space.id()));
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      judge.judge("GET", path, 200, answer.body());
    }
  }
}
