package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.wire.WireLimits;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** k bad connections sent, k exchanges recorded, each with its bytes and a reason in French. */
@TestInstance(Lifecycle.PER_CLASS)
final class HostileConnectionsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int TIMES = 3;

  private Bench bench;

  @BeforeAll
  void start() {
    bench =
        Bench.start(
            BenchOptions.builder()
                .services(new EchoService())
                .limits(WireLimits.defaults().withBody(100_000))
                .build());
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        Arguments.of("nonsense", "n'importe quoi\r\n\r\n", 505, "HTTP/1.1"),
        Arguments.of("binary", "\u0000\u0001\u0002\u00ff\r\n\r\n", 400, "requête HTTP/1.1"),
        Arguments.of("no host", "GET / HTTP/1.1\r\n\r\n", 400, "Host"),
        Arguments.of("version 3", "GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505, "HTTP/1.1"),
        Arguments.of("version 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "HTTP/1.1"),
        Arguments.of("ten thousand headers", manyHeaders(), 431, "en-têtes"),
        Arguments.of(
            "two lengths",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
            400,
            "Content-Length"),
        Arguments.of(
            "length and chunks",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            400,
            "Transfer-Encoding"),
        Arguments.of(
            "bad chunk",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            400,
            "morceaux"),
        Arguments.of(
            "folded header", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n", 400, "RFC 9112"),
        Arguments.of(
            "unknown expectation", "GET / HTTP/1.1\r\nHost: a\r\nExpect: lune\r\n\r\n", 417, "100"),
        Arguments.of("long target", "GET /" + "a".repeat(50_000) + " HTTP/1.1\r\n", 414, "POST"));
  }

  private static String manyHeaders() {
    StringBuilder head = new StringBuilder("GET / HTTP/1.1\r\nHost: a\r\n");
    for (int i = 0; i < 10_000; i++) {
      head.append("X-").append(i).append(": ").append(i).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRequests")
  void recordsEachRefusedRequest(String name, String bytes, int status, String reason)
      throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    for (int i = 0; i < TIMES; i++) {
      try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
        String answer = client.send(bytes).readAll();
        assertThat(answer)
            .startsWith("HTTP/1.1 " + status + " ")
            .contains("Connection: close", "text/plain; charset=utf-8");
      }
    }
    List<Exchange> recorded = recorded(space);
    assertThat(recorded)
        .hasSize(TIMES)
        .allSatisfy(
            exchange -> {
              assertThat(exchange.kind()).isEqualTo(Kind.CONNECTION);
              assertThat(exchange.status()).isEqualTo(status);
              assertThat(exchange.refusal().reason()).contains(reason);
              byte[] raw = bench.rawExchange(space.id(), exchange.sequence()).request();
              assertThat(raw).isNotEmpty().hasSize((int) exchange.requestSize());
              assertThat(bytes).startsWith(new String(raw, StandardCharsets.ISO_8859_1));
            });
    bench.deleteSpace(space.id());
  }

  private List<Exchange> recorded(SpaceDescriptor space) {
    return bench.exchanges(space.id(), 0, null).exchanges();
  }

  static Stream<Arguments> unfinished() {
    return Stream.of(
        Arguments.of("half a line", "GET /ec"),
        Arguments.of("half the headers", "GET / HTTP/1.1\r\nHost: a\r\nX"),
        Arguments.of("half a body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1234"),
        Arguments.of(
            "half a chunk",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n1234"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unfinished")
  void recordsEachUnfinishedRequest(String name, String bytes) throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    long cursor = 0;
    for (int i = 0; i < TIMES; i++) {
      try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
        client.send(bytes).socket().shutdownOutput();
        assertThat(client.readAll()).isEmpty();
      }
      Exchange exchange = bench.await(space.id(), cursor, "echo", null, LONG).orElseThrow();
      cursor = exchange.sequence();
      assertThat(exchange.kind()).isEqualTo(Kind.CONNECTION);
      assertThat(exchange.status()).isNull();
      assertThat(exchange.refusal().code()).isEqualTo("requete-incomplete");
      assertThat(
              new String(bench.rawExchange(space.id(), cursor).request(), StandardCharsets.UTF_8))
          .isEqualTo(bytes);
    }
    assertThat(recorded(space)).hasSize(TIMES);
    bench.deleteSpace(space.id());
  }

  @Test
  void recordsNothingOfAConnectionWithoutAByte() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    Window window = bench.openWindow(space.id(), new WindowRequest("rien"));
    for (String listener : List.of("echo.clair", "echo.tls")) {
      try (RawClient client = RawClient.clear(space.urls().get(listener))) {
        client.socket().shutdownOutput();
        assertThat(client.readAll()).isEmpty();
      }
    }
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      client.send("\r\n\r\n").socket().shutdownOutput();
      assertThat(client.readAll()).isEmpty();
    }
    assertThat(bench.closeWindow(space.id(), window.id()).exchanges()).isZero();
  }

  @Test
  void refusesABodyThatIsTooLargeAndTellsItsTrueSize() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    String head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2500000\r\n\r\n";
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      client.send(head).send("x".repeat(2_500_000));
      assertThat(client.readAnswer()).startsWith("HTTP/1.1 413 ");
      assertThat(client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n").readAnswer())
          .as("the connection goes on")
          .startsWith("HTTP/1.1 200 ");
    }
    Exchange exchange = recorded(space).get(0);
    assertThat(exchange.kind()).isEqualTo(Kind.HTTP);
    assertThat(exchange.status()).isEqualTo(413);
    assertThat(exchange.requestSize()).isEqualTo(head.length() + 2_500_000L);
    assertThat(exchange.refusal().code()).isEqualTo("413");
    assertThat(exchange.refusal().reason()).contains("dépasse");
    var raw = bench.rawExchange(space.id(), exchange.sequence());
    assertThat(raw.truncated()).isTrue();
    assertThat(raw.request()).hasSize(head.length() + 100_000);
  }

  @Test
  void refusesAtOnceALargeBodyThatAsksFirst() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      client.send(
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\nExpect: 100-continue\r\n\r\n");
      assertThat(client.readAll()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    }
    assertThat(recorded(space)).hasSize(1);
  }

  @Test
  void invitesABodyThatAsksFirstAndRecordsTheInvitation() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    String invitation;
    String answer;
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      invitation =
          client
              .send(
                  "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
              .readAnswer();
      answer = client.send("ok").readAnswer();
    }
    assertThat(invitation).startsWith("HTTP/1.1 100 ");
    assertThat(answer).endsWith("ok");
    Exchange exchange = recorded(space).get(0);
    assertThat(
            new String(
                bench.rawExchange(space.id(), exchange.sequence()).response(),
                StandardCharsets.ISO_8859_1))
        .isEqualTo(invitation + answer);
  }

  @Test
  void keepsBodiesOfSeveralMegabytesWhole() throws Exception {
    try (Bench large = Bench.start(BenchOptions.builder().services(new EchoService()).build())) {
      SpaceDescriptor space = large.createSpace(new SpaceRequest(null, null, null));
      String body = "0123456789abcdef".repeat(200_000);
      String request =
          "POST /refus HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
      try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
        assertThat(client.send(request).readAnswer()).startsWith("HTTP/1.1 403 ");
      }
      Exchange exchange = large.await(space.id(), 0, "echo", null, LONG).orElseThrow();
      assertThat(large.rawExchange(space.id(), exchange.sequence()).request())
          .isEqualTo(request.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void closesWhenAskedAndSpeaksToOldClients() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    String clear = space.urls().get("echo.clair");
    try (RawClient client = RawClient.clear(clear)) {
      String answer =
          client.send("GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").readAll();
      assertThat(answer).contains("Connection: close\r\n");
    }
    try (RawClient client = RawClient.clear(clear)) {
      assertThat(client.send("GET /echo HTTP/1.0\r\n\r\n").readAll())
          .startsWith("HTTP/1.1 200 ")
          .contains("Connection: close\r\n");
    }
    try (RawClient client = RawClient.clear(clear)) {
      String kept =
          client.send("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").readAnswer();
      assertThat(kept).contains("Connection: keep-alive\r\n");
      assertThat(client.send("HEAD /echo HTTP/1.1\r\nHost: a\r\n\r\n").readAnswer())
          .contains("Content-Length: 0");
    }
    assertThat(recorded(space)).hasSize(4);
  }

  @Test
  void limitsTheBodiesOfOneListenerWhenTold() throws Exception {
    SpaceDescriptor space =
        bench.createSpace(new SpaceRequest(null, null, Map.of("corps-max.echo.clair", "10")));
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      assertThat(
              client
                  .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n0123456789a")
                  .readAnswer())
          .startsWith("HTTP/1.1 413 ");
      assertThat(
              client
                  .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789")
                  .readAnswer())
          .startsWith("HTTP/1.1 200 ");
    }
    assertThatThrownBy(
            () ->
                bench.createSpace(
                    new SpaceRequest(null, null, Map.of("corps-max.echo.clair", "beaucoup"))))
        .isInstanceOf(InvalidControlRequestException.class);
  }

  @Test
  void givesUpOnRequestsThatFallSilentOrNeverEnd() throws Exception {
    WireLimits quick =
        WireLimits.defaults().withTimes(Duration.ofMillis(300), Duration.ofSeconds(1));
    try (Bench hasty =
        Bench.start(BenchOptions.builder().services(new EchoService()).limits(quick).build())) {
      SpaceDescriptor space = hasty.createSpace(new SpaceRequest(null, null, null));
      String address = space.urls().get("echo.clair");
      try (RawClient client = RawClient.clear(address)) {
        assertThat(client.send("GET / HT").readAll()).isEmpty();
      }
      Exchange silent = hasty.await(space.id(), 0, "echo", null, LONG).orElseThrow();
      assertThat(silent.refusal().code()).isEqualTo("delai-depasse");

      try (RawClient client = RawClient.clear(address)) {
        client.socket().setSoTimeout(50);
        client.send("GET / HTTP/1.1\r\n");
        assertThatThrownBy(() -> drip(client)).isInstanceOf(IOException.class);
      }
      Exchange slow = hasty.await(space.id(), silent.sequence(), "echo", null, LONG).orElseThrow();
      assertThat(slow.refusal().code()).isEqualTo("delai-depasse");
      assertThat(slow.refusal().reason()).contains("d'un trait");
    }
  }

  /** One byte at a time, until the server has enough of it. */
  private static void drip(RawClient client) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      client.send("X");
      if (isClosed(client)) {
        throw new IOException("closed");
      }
    }
  }

  /** Looks for as long as the socket waits, which gives the pace of the drip. */
  private static boolean isClosed(RawClient client) throws IOException {
    try {
      return client.socket().getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void recordsAsManyExchangesAsThereAreStrangeConnections() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    Window window = bench.openWindow(space.id(), new WindowRequest("bruit"));
    Random random = new Random(20260101);
    int strange = 150;
    for (int i = 0; i < strange; i++) {
      byte[] noise = new byte[1 + random.nextInt(i % 10 == 0 ? 60_000 : 300)];
      random.nextBytes(noise);
      noise[0] = (byte) (1 + random.nextInt(9));
      try (RawClient client =
          RawClient.clear(space.urls().get(i % 3 == 0 ? "echo.tls" : "echo.clair"))) {
        client.send(noise).socket().shutdownOutput();
        client.readAll();
      } catch (SocketException e) {
        // The server may be gone before it has heard everything: that is an end too.
        assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe).*");
      }
    }
    assertThat(bench.closeWindow(space.id(), window.id()).exchanges()).isEqualTo(strange);
    assertThat(recorded(space))
        .hasSize(strange)
        .allSatisfy(
            exchange -> {
              assertThat(exchange.kind()).isNotEqualTo(Kind.HTTP);
              assertThat(exchange.refusal().reason()).isNotBlank();
            });
  }
}
