package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Stub;
import fr.socle.bench.client.api.StubRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
final class StubsTest {
  private Bench bench;
  private SpaceDescriptor space;

  @BeforeAll
  void start() {
    bench = Bench.start(BenchOptions.builder().services(new EchoService()).build());
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @BeforeEach
  void openSpace() {
    space = bench.createSpace(new SpaceRequest(null, null, null));
  }

  private Stub load(String mapping) throws Exception {
    return bench.loadStub(
        space.id(), new StubRequest("echo", new ObjectMapper().readTree(mapping)));
  }

  private String say(String target, String text) throws Exception {
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      return client
          .send(
              "POST "
                  + target
                  + " HTTP/1.1\r\nHost: a\r\nX-Cle: un\r\nContent-Length: "
                  + text.length()
                  + "\r\nConnection: close\r\n\r\n"
                  + text)
          .readAll();
    }
  }

  private Exchange last() {
    List<Exchange> all = bench.exchanges(space.id(), 0, null).exchanges();
    return all.get(all.size() - 1);
  }

  @Test
  void answersInsteadOfTheServiceAndIsRecorded() throws Exception {
    load(
        """
        {"request": {"method": "POST", "urlPath": "/echo", "queryParameters": {"q": {"equalTo": "1"}},
                     "headers": {"x-cle": {"equalTo": "un"}}, "bodyPatterns": [{"contains": "bon"}]},
         "response": {"status": 418, "body": "thé", "headers": {"X-Theiere": "oui"}}}
        """);
    String answer = say("/echo?q=1", "bonjour");
    assertThat(answer).startsWith("HTTP/1.1 418 ").contains("X-Theiere: oui\r\n");
    assertThat(last().status()).isEqualTo(418);
    assertThat(last().decoded().get("bouchon").asBoolean()).isTrue();
    assertThat(bench.rawExchange(space.id(), last().sequence()).response())
        .isEqualTo(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void letsTheServiceAnswerWhatItDoesNotMatch() throws Exception {
    load("{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"status\": 404}}");
    assertThat(say("/autre", "a")).startsWith("HTTP/1.1 200 ");
    assertThat(say("/echo", "a")).as("a 404 of the stub is an answer").startsWith("HTTP/1.1 404 ");
  }

  @Test
  void isNotAskedForLargeBodies() throws Exception {
    load("{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"status\": 404}}");
    assertThat(say("/echo", "x".repeat(1024 * 1024 - 1))).startsWith("HTTP/1.1 404 ");
    assertThat(say("/echo", "x".repeat(1024 * 1024))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void playsAnEmptyAnswer() throws Exception {
    load("{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"fault\": \"EMPTY_RESPONSE\"}}");
    assertThat(say("/echo", "a")).isEmpty();
    assertThat(last().status()).isNull();
  }

  @Test
  void playsAReset() throws Exception {
    load(
        "{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"fault\":"
            + " \"CONNECTION_RESET_BY_PEER\"}}");
    assertThatThrownBy(() -> say("/echo", "a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("reset");
    assertThat(last().responseSize()).isZero();
  }

  @Test
  void playsAMalformedChunk() throws Exception {
    load(
        "{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"fault\":"
            + " \"MALFORMED_RESPONSE_CHUNK\"}}");
    String answer = say("/echo", "a");
    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Transfer-Encoding: chunked");
    assertThat(last().responseSize()).isEqualTo(answer.length());
  }

  @Test
  void playsBytesThatAreNotHttp() throws Exception {
    load(
        "{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"fault\":"
            + " \"RANDOM_DATA_THEN_CLOSE\"}}");
    String answer = say("/echo", "a");
    assertThat(answer).isNotEmpty().doesNotStartWith("HTTP");
    assertThat(last().responseSize()).isEqualTo(answer.length());
  }

  @Test
  void waitsForTheDelayOfAStub() throws Exception {
    load(
        "{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"status\": 200,"
            + " \"fixedDelayMilliseconds\": 250}}");
    assertThat(say("/echo", "a")).startsWith("HTTP/1.1 200 ");
    assertThat(last().durationMicros()).isGreaterThanOrEqualTo(250_000);
  }

  @Test
  void leavesWhenRemovedAndAtTheEndOfTheWindow() throws Exception {
    String mapping = "{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"status\": 404}}";
    Stub stub = load(mapping);
    assertThat(say("/echo", "a")).startsWith("HTTP/1.1 404 ");
    bench.removeStub(space.id(), stub.id());
    assertThat(say("/echo", "a")).startsWith("HTTP/1.1 200 ");
    assertThatThrownBy(() -> bench.removeStub(space.id(), stub.id()))
        .isInstanceOf(UnknownResourceException.class);

    Window window = bench.openWindow(space.id(), new WindowRequest("bouchon"));
    load(mapping);
    assertThat(say("/echo", "a")).startsWith("HTTP/1.1 404 ");
    bench.closeWindow(space.id(), window.id());
    assertThat(say("/echo", "a")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesAMappingThatIsNotOne() {
    assertThatThrownBy(() -> load("{\"request\": {\"methode\": \"POST\"}}"))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("WireMock refuse ce bouchon");
    assertThatThrownBy(
            () ->
                bench.loadStub(
                    space.id(), new StubRequest("autre", new ObjectMapper().readTree("{}"))))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("il y a : echo");
  }
}
