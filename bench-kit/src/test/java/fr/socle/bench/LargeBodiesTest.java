package fr.socle.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bodies that wait in files: what is received, sent and recorded is the same, and nothing stays.
 */
final class LargeBodiesTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String BODY = "0123456789abcdef".repeat(300_000);

  @TempDir private Path data;
  private Bench bench;
  private SpaceDescriptor space;
  private Window window;

  @BeforeEach
  void start() {
    bench = Bench.start(BenchOptions.builder().services(new EchoService()).dataDir(data).build());
    space = bench.createSpace(new SpaceRequest(null, null, null));
    window = bench.openWindow(space.id(), new WindowRequest("grand"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void comeBackAsTheyWentAndAreRecordedAsTheyWere() throws Exception {
    String request = post("Content-Length: " + BODY.length(), BODY);
    String answer;
    try (RawClient client = client()) {
      answer = client.send(request).readAnswer();
    }

    assertThat(answer).endsWith("\r\n\r\n" + BODY);
    RawExchange raw = recorded();
    assertThat(raw.request()).isEqualTo(request.getBytes(ISO_8859_1));
    assertThat(raw.response()).isEqualTo(answer.getBytes(ISO_8859_1));
    nothingStays();
  }

  @Test
  void comeInPiecesToo() throws Exception {
    String half = BODY.substring(BODY.length() / 2);
    String chunk = Integer.toHexString(half.length()) + "\r\n" + half + "\r\n";
    String request = post("Transfer-Encoding: chunked", chunk + chunk + "0\r\n\r\n");
    try (RawClient client = client()) {
      assertThat(client.send(request).readAnswer()).endsWith("\r\n\r\n" + half + half);
    }

    assertThat(recorded().request()).isEqualTo(request.getBytes(ISO_8859_1));
    nothingStays();
  }

  @Test
  void areRecordedBeforeAClientThatDoesNotReadYetHasThem() throws Exception {
    try (RawClient client = client()) {
      client.send(post("Content-Length: " + BODY.length(), BODY));
      RawExchange raw = recorded();

      assertThat(client.readAnswer()).isEqualTo(new String(raw.response(), ISO_8859_1));
      assertThat(client.send("HEAD /echo HTTP/1.1\r\nHost: a\r\n\r\n").readAnswer())
          .as("the connection goes on")
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void areCutInTheMiddleWhenAFaultSaysSo() throws Exception {
    bench.armFault(
        space.id(),
        new FaultRequest("echo", "coupure", Map.of("moment", "milieu-reponse"), 1, null));
    String answer;
    try (RawClient client = client()) {
      answer = client.send(post("Content-Length: " + BODY.length(), BODY)).readAll();
    }

    assertThat(answer).hasSizeBetween(BODY.length() / 2, BODY.length() / 2 + 200);
    assertThat(recorded().response()).isEqualTo(answer.getBytes(ISO_8859_1));
    nothingStays();
  }

  @Test
  void areGoneWhenTheConnectionIsCutBeforeTheirEnd() throws Exception {
    String request = post("Content-Length: " + (BODY.length() + 1), BODY);
    try (RawClient client = client()) {
      client.send(request);
      client.socket().shutdownOutput();
      assertThat(client.readAll()).isEmpty();
    }

    RawExchange raw = recorded();
    assertThat(raw.request()).isEqualTo(request.getBytes(ISO_8859_1));
    assertThat(raw.exchange().refusal().code()).isEqualTo("requete-incomplete");
    nothingStays();
  }

  private RawClient client() throws Exception {
    return RawClient.clear(space.urls().get("echo.clair"));
  }

  private static String post(String framing, String body) {
    return "POST /echo HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n" + body;
  }

  private RawExchange recorded() throws Exception {
    Exchange exchange = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    return bench.rawExchange(space.id(), exchange.sequence());
  }

  /** A window that is quiet when it closes has no exchange left. */
  private void nothingStays() {
    assertThat(bench.closeWindow(space.id(), window.id()).quiet()).isTrue();
    assertThat(data.resolve("attente")).isEmptyDirectory();
  }
}
