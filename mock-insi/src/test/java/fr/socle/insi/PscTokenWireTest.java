package fr.socle.insi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token of Pro Santé Connect beside an assertion, and whom INSi asks about it. */
class PscTokenWireTest {
  private static final String DOOR = "insi.assertion";
  private static final String DOCTOR = "899990000020";
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({"facultatif, 200", "ignore, 200", "exige, 500"})
  void whetherATokenIsWantedIsASetting(String use, int status) throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of("insi.psc-token", use));

    assertThat(wire.searchWith(DOCTOR, CardAssertion.psc(Instant.now(), DOCTOR)).statusCode())
        .isEqualTo(status);
  }

  @Test
  void theTokenIsIntrospectedWhereTheSettingSays() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (Psc psc = Psc.answering(asked)) {
      BenchOnTheWire wire = BenchOnTheWire.open(bench, psc.settings());

      assertThat(withToken(wire, "bon").statusCode()).isEqualTo(200);
      assertThat(withToken(wire, "revoque").body()).contains("mock_insi_jeton\"");
      assertThat(withToken(wire, "d-une-autre").body())
          .contains("mock_insi_jeton\"")
          .contains("899990000021");
      assertThat(bench.findings(wire.space().id(), null))
          .extracting(Finding::rule)
          .containsExactly("INSI-T04-24", "INSI-T04-24");
      assertThat(withToken(wire, "panne").body()).contains("mock_insi_introspection");
    }
    assertThat(asked).containsExactly("bon", "revoque", "d-une-autre", "panne");
  }

  @Test
  void aProSanteConnectThatDoesNotAnswerIsAFailureOfTheService() throws Exception {
    Map<String, String> settings;
    try (Psc psc = Psc.answering(new CopyOnWriteArrayList<>())) {
      settings = psc.settings();
    }
    BenchOnTheWire wire = BenchOnTheWire.open(bench, settings);

    assertThat(withToken(wire, "bon").body())
        .contains("mock_insi_introspection")
        .contains("Receiver");
  }

  @Test
  void theAddressMayNameAListenerOfTheSpace() throws Exception {
    BenchOnTheWire wire =
        BenchOnTheWire.open(bench, Map.of("insi.introspection-url", "{insi.clear}/introspect"));

    assertThat(withToken(wire, "bon").body()).contains("introspection du jeton répond 404");
  }

  @Test
  void anAddressThatIsNoneIsRefusedWhenTheSpaceOpens() {
    assertThatThrownBy(
            () ->
                BenchOnTheWire.open(
                    bench, Map.of("insi.introspection-url", "{psc.backchannel}/introspect")))
        .hasMessageContaining("insi.introspection-url");
  }

  @Test
  void ofAnAnswerWithoutEndNoMoreIsReadThanIsBearable() throws Exception {
    try (Psc psc = Psc.endless()) {
      BenchOnTheWire wire = BenchOnTheWire.open(bench, psc.settings());

      assertThat(withToken(wire, "bon").body())
          .contains("mock_insi_introspection\"", "plus de 65536 octets");
    }
  }

  @Test
  void whatIsNoJsonIsAFailureOfTheService() throws Exception {
    try (Psc psc = Psc.saying("bonjour")) {
      BenchOnTheWire wire = BenchOnTheWire.open(bench, psc.settings());

      assertThat(withToken(wire, "bon").body())
          .contains("mock_insi_introspection\"", "ne répond pas de JSON");
    }
  }

  private static HttpResponse<String> withToken(BenchOnTheWire wire, String token)
      throws Exception {
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    return wire.post(
        DOOR,
        Requests.CONTENT_TYPE,
        BenchOnTheWire.about(
            patient,
            DOCTOR,
            Requests.secured(Requests.example(), CardAssertion.psc(Instant.now(), DOCTOR))),
        "Authorization",
        "Bearer " + token);
  }

  /** A Pro Santé Connect that only knows how to introspect. */
  private record Psc(HttpServer server) implements AutoCloseable {
    static Psc by(HttpHandler handler) throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/introspect", handler);
      server.start();
      return new Psc(server);
    }

    static Psc saying(String body) throws IOException {
      return by(
          exchange -> {
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
          });
    }

    /** Writes until it is cut. */
    static Psc endless() throws IOException {
      return by(
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = " ".repeat(8192).getBytes(UTF_8);
            while (true) {
              exchange.getResponseBody().write(more);
            }
          });
    }

    static Psc answering(List<String> asked) throws IOException {
      return by(
          exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String token = form.substring(form.indexOf('=') + 1);
            asked.add(token);
            String body =
                switch (token) {
                  case "bon" -> "{\"active\":true,\"SubjectNameID\":\"899990000020\"}";
                  case "d-une-autre" -> "{\"active\":true,\"preferred_username\":\"899990000021\"}";
                  default -> "{\"active\":false}";
                };
            boolean known =
                "Basic aW5zaTpzZWNyZXQ="
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(
                token.equals("panne") ? 503 : known ? 200 : 401, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
          });
    }

    Map<String, String> settings() {
      return new HashMap<>(
          Map.of(
              "insi.introspection-url",
              "http://127.0.0.1:" + server.getAddress().getPort() + "/introspect",
              "insi.introspection-client",
              "insi",
              "insi.introspection-secret",
              "secret"));
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
