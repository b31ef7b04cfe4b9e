package fr.socle.bench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.BenchRefusedException;
import fr.socle.bench.client.BenchUnavailableException;
import fr.socle.bench.client.api.ApiError;
import fr.socle.bench.client.api.SpaceRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of safety, each with a call that passes and the same call broken in one way. */
class SafetyTest {
  private static final String TOKEN = "jeton-d-essai-0123456789";
  private static final String WINDOWS = "/control/v1/spaces/e1/windows";

  private final FakeBench bench = new FakeBench();
  private ControlServer server;
  private Wire wire;

  @BeforeEach
  void start() {
    bench.createSpace(new SpaceRequest(null, null, null));
    server = ControlServer.start(bench, ControlOptions.loopback());
    wire = new Wire(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static ApiError error(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    try {
      return BenchJson.mapper().readValue(answer.body(), ApiError.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private String raw(String host) {
    return wire.raw(
        "GET /control/v1/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8440", "127.0.0.1:1", "127.8.9.10", "[::1]:8440"})
  void answersWhoNamesTheBenchByALoopbackName(String host) {
    assertThat(raw(host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attaque.example",
        "localhost.attaque.example",
        "127.0.0.1.attaque.example",
        "attaque.example:8440",
        "10.0.0.1",
        "[2001:db8::1]"
      })
  void refusesWhoNamesItOtherwiseAsAPageThatRebindsItsOwnNameWould(String host) {
    assertThat(raw(host)).startsWith("HTTP/1.1 403").contains("\"hote-refuse\"");
  }

  @Test
  void refusesAWriteThatAFormOfAnotherSiteCouldSend() {
    assertThat(wire.post(WINDOWS, "{\"name\":\"x\"}").statusCode()).isEqualTo(201);
    bench.closeWindow("e1", "w0");
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "")) {
      var request = wire.to(WINDOWS).POST(BodyPublishers.ofString("{\"name\":\"x\"}"));
      HttpResponse<String> answer =
          wire.send(type.isEmpty() ? request : request.header("Content-Type", type));
      assertThat(answer.statusCode()).as(type).isEqualTo(415);
      assertThat(error(answer).code()).isEqualTo("type-refuse");
    }
    assertThat(bench.windows("e1")).hasSize(1);
  }

  @Test
  void refusesADeletionWithoutTheContentTypeToo() {
    assertThat(wire.send(wire.to("/control/v1/spaces/e1").DELETE()).statusCode()).isEqualTo(415);
    assertThat(
            wire.send(
                    wire.to("/control/v1/spaces/e1")
                        .DELETE()
                        .header("Content-Type", "application/json; charset=utf-8"))
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void letsNoOtherSiteReadItsAnswers() {
    HttpResponse<String> read =
        wire.send(wire.to("/control/v1/health").GET().header("Origin", "https://attaque.example"));
    HttpResponse<String> preflight =
        wire.send(
            wire.to(WINDOWS)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://attaque.example")
                .header("Access-Control-Request-Method", "POST"));
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(preflight.statusCode()).isEqualTo(405);
    for (HttpResponse<String> answer : List.of(read, preflight)) {
      assertThat(answer.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }
  }

  @Test
  void readsABodyUpToOneMebibyteAndRefusesOneByteMore() {
    String fits = "{\"name\":\"" + "x".repeat(Call.BODY_LIMIT - 11) + "\"}";
    assertThat(fits).hasSize(Call.BODY_LIMIT);
    assertThat(wire.post(WINDOWS, fits).statusCode()).isEqualTo(201);
    HttpResponse<String> tooLong = wire.post(WINDOWS, fits + " ");
    assertThat(tooLong.statusCode()).isEqualTo(413);
    assertThat(error(tooLong).code()).isEqualTo("corps-trop-long");
  }

  @Test
  void refusesALongBodyThatDoesNotSayItsLength() {
    byte[] tooLong = "x".repeat(Call.BODY_LIMIT + 1).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        wire.send(
            wire.to(WINDOWS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong))));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void demandsATokenToListenBeyondLoopback() {
    assertThatThrownBy(() -> ControlServer.start(bench, new ControlOptions("0.0.0.0", 0, null)))
        .isInstanceOf(ControlStartException.class)
        .hasMessageContaining("SOCLE_TOKEN")
        .hasMessageContaining("0.0.0.0");
    try (ControlServer open = ControlServer.start(bench, new ControlOptions("0.0.0.0", 0, TOKEN))) {
      assertThat(new BenchClient(open.address(), TOKEN).health().status()).isEqualTo("pret");
    }
  }

  @Test
  void refusesAnEmptyToken() {
    assertThatThrownBy(() -> ControlServer.start(bench, new ControlOptions("0.0.0.0", 0, " ")))
        .isInstanceOf(ControlStartException.class)
        .hasMessageContaining("vide");
  }

  @Test
  void answersOnlyWhoPresentsTheToken() {
    try (ControlServer guarded =
        ControlServer.start(bench, new ControlOptions("127.0.0.1", 0, TOKEN))) {
      Wire calls = new Wire(guarded.address());
      assertThat(status(calls, "Bearer " + TOKEN)).isEqualTo(200);
      assertThat(status(calls, "Basic " + base64("socle:" + TOKEN))).isEqualTo(200);
      for (String wrong :
          List.of(
              "Bearer " + TOKEN + "x",
              "Bearer ",
              "Bearer",
              TOKEN,
              "Basic " + base64("socle:autre"),
              "Basic ***")) {
        assertThat(status(calls, wrong)).as(wrong).isEqualTo(401);
      }
      HttpResponse<String> without = calls.get("/");
      assertThat(without.statusCode()).isEqualTo(401);
      assertThat(error(without).message()).contains("SOCLE_TOKEN");
      assertThat(without.headers().allValues("WWW-Authenticate")).hasSize(2);
      assertThatThrownBy(() -> new BenchClient(guarded.address(), "autre").health())
          .isInstanceOfSatisfying(
              BenchRefusedException.class,
              refused -> assertThat(refused.error().code()).isEqualTo("jeton-refuse"));
    }
  }

  private static int status(Wire calls, String authorization) {
    return calls
        .send(calls.to("/control/v1/health").GET().header("Authorization", authorization))
        .statusCode();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysInFrenchWhatIsWrongWithAnAddressOrAMethod() {
    HttpResponse<String> unknown = wire.get("/control/v1/espaces");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(error(unknown).code()).isEqualTo("adresse-inconnue");
    HttpResponse<String> method = wire.post("/control/v1/health", "{}");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(error(method).code()).isEqualTo("methode-refusee");
    assertThat(method.headers().firstValue("Allow")).hasValue("GET");
    HttpResponse<String> service = wire.post("/control/v1/spaces/e1/services/psc/state", "{}");
    assertThat(service.statusCode()).isEqualTo(405);
    assertThat(service.headers().firstValue("Allow")).hasValue("GET");
    assertThat(error(service).message()).contains("GET");
    HttpResponse<String> operation = wire.get("/control/v1/spaces/e1/services/psc/rien");
    assertThat(operation.statusCode()).isEqualTo(404);
    assertThat(error(operation).code()).isEqualTo("operation-inconnue");
  }

  @Test
  void saysNothingOfItsInsidesWhenTheBenchItselfFails() {
    bench.breakDown();
    HttpResponse<String> answer = wire.get("/control/v1/health");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(error(answer).code()).isEqualTo("erreur-du-banc");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /control/v1/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /control/v1/health HTTP/1.1\r\nConnection: close\r\n\r\n"
      })
  void answersAnUnreadableRequestInTheSameWords(String request) {
    assertThat(wire.raw(request))
        .startsWith("HTTP/1.1 4")
        .contains("application/json")
        .contains("\"requete-illisible\"")
        .doesNotContain("Jetty")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exchanges?after=-1",
        "exchanges?after=x",
        "exchanges?apres=1",
        "exchanges?after=1&after=2",
        "exchanges/await?service=insi",
        "exchanges/await?timeout=PT1S",
        "exchanges/await?service=insi&timeout=PT61S",
        "exchanges/await?service=insi&timeout=-PT1S",
        "exchanges/await?service=insi&timeout=10",
        "exchanges/x",
        "patients?n=1"
      })
  void refusesParametersItDoesNotKnowOrCannotRead(String path) {
    HttpResponse<String> answer = wire.get("/control/v1/spaces/e1/" + path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer).code()).startsWith("parametre-");
  }

  @Test
  void saysThatAPortIsTaken() {
    int port = server.address().getPort();
    assertThatThrownBy(
            () -> ControlServer.start(bench, new ControlOptions("127.0.0.1", port, null)))
        .isInstanceOf(ControlStartException.class)
        .hasMessageContaining(String.valueOf(port))
        .hasMessageContaining("libérez-le");
  }

  @Test
  void saysThatAHostIsUnknown() {
    assertThatThrownBy(
            () -> ControlServer.start(bench, new ControlOptions("nulle.part.invalid", 0, null)))
        .isInstanceOf(ControlStartException.class)
        .hasMessageContaining("--host");
  }

  @Test
  void stopsAnsweringOnceClosedAndMayBeClosedTwice() {
    URI address = server.address();
    assertThat(new BenchClient(address).health().status()).isEqualTo("pret");
    server.close();
    server.close();
    assertThatThrownBy(() -> new BenchClient(address).health())
        .isInstanceOf(BenchUnavailableException.class);
  }
}
