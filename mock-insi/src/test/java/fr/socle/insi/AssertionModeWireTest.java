package fr.socle.insi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door of the assertions: a card, or Pro Santé Connect. */
class AssertionModeWireTest {
  private static final String VITALE_METHOD =
      "<ds:SignatureMethod Algorithm=\"http://www.sesam-vitale.fr/xmldsig/2011/06/V2-SHA256\"";
  private static final String ANY_VALUE = "<ds:SignatureValue>AAAA</ds:SignatureValue>";
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
  @CsvSource({"cps-authentification", "cps-signature"})
  void aSignedAssertionOfACardIsAnsweredAndBreaksNoRule(String identity) throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card(identity);

    HttpResponse<String> answer = search(wire, card.name(), card.professional(Instant.now()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<CodeCR>00</CodeCR>");
    assertThat(bench.findings(wire.space().id(), null)).extracting(Finding::rule).isEmpty();
  }

  @Test
  void withoutAssertionTheDoorStaysShut() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());

    HttpResponse<String> answer = search(wire, "899990000020");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("mock_insi_Assertion\"");
  }

  @Test
  void itIsLetInWhenTheControlIsOff() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of("insi.control.assertion", "off"));

    assertThat(search(wire, "899990000020").statusCode()).isEqualTo(200);
  }

  @Test
  void anAssertionChangedAfterItWasSignedIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String changed = card.professional(Instant.now()).replace("SA07", "SA05");

    HttpResponse<String> answer = search(wire, card.name(), changed);

    assertThat(answer.body()).contains("mock_insi_Signature").contains("empreinte");
  }

  @Test
  void anAssertionSignedByAnotherKeyThanItsCertificateIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String own = card.professional(Instant.now());
    String foreign = wire.card("cps-signature").professional(Instant.now());
    String mixed =
        own.replaceAll(
            "(?s)<ds:X509Certificate>.*</ds:X509Certificate>",
            foreign.substring(
                foreign.indexOf("<ds:X509Certificate>"), foreign.indexOf("</ds:X509Data>")));

    assertThat(search(wire, card.name(), mixed).body()).contains("mock_insi_Signature");
  }

  @Test
  void aWrappedAssertionIsNotTakenForTheSignedOne() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String good = card.professional(Instant.now());
    String signature =
        good.substring(good.indexOf("<ds:Signature"), good.indexOf("</ds:Signature>") + 15);
    String forged =
        card.unsigned(Instant.now())
            .replace("<saml:Subject>", signature + "<saml:Subject>")
            .replace("SA07", "SA05");

    assertThat(search(wire, card.name(), forged, good).body()).contains("mock_insi_Signature");
  }

  @Test
  void aCardOfNoKnownAuthorityIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card =
        CardAssertion.of(Certificates.card("CN=899990000020,GIVENNAME=A,SURNAME=B,C=FR"));

    assertThat(search(wire, card.name(), card.professional(Instant.now())).body())
        .contains("mock_insi_Carte")
        .contains("inconnue du banc");
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule)
        .containsExactly("INSI-T04-19");
  }

  @Test
  void anAssertionOlderThanAnHourIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");

    String old = card.professional(Instant.now().minus(Duration.ofMinutes(61)));

    assertThat(search(wire, card.name(), old).body()).contains("mock_insi_AssertionPerimee");
    BenchOnTheWire patient = BenchOnTheWire.open(bench, Map.of("insi.assertion-life", "7200"));
    assertThat(search(patient, card.name(), old).statusCode()).isEqualTo(200);
  }

  @Test
  void anAssertionDatedInTheFutureIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");

    String early = card.professional(Instant.now().plus(Duration.ofMinutes(2)));
    String future = card.professional(Instant.now().plus(Duration.ofDays(3650)));

    assertThat(search(wire, card.name(), early).statusCode()).isEqualTo(200);
    assertThat(search(wire, card.name(), future).body())
        .contains("mock_insi_AssertionPerimee", "futur");
  }

  @Test
  void aSignatureThatSaysItIsOfAVitaleCardProvesNoProfessional() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String forged =
        card.professional(Instant.now())
            .replaceAll("<ds:SignatureMethod Algorithm=\"[^\"]*\"", VITALE_METHOD)
            .replaceAll("(?s)<ds:SignatureValue>.*</ds:SignatureValue>", ANY_VALUE)
            .replaceAll("(?s)<ds:KeyInfo>.*</ds:KeyInfo>", "");

    assertThat(search(wire, card.name(), forged).body())
        .contains("mock_insi_Signature", "carte Vitale");
  }

  @Test
  void ageingIsOfTheAssertionsSeenNotOfANewOneThatKeepsTheirId() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    Instant now = Instant.now();
    UnaryOperator<String> sameId = text -> text.replaceFirst("ID=\"[^\"]*\"", "ID=\"_toujours\"");
    String first = card.professional(now.minusSeconds(1), sameId);
    assertThat(search(wire, card.name(), first).statusCode()).isEqualTo(200);

    bench.age(wire.space().id(), new AgeRequest("PT2H"));

    assertThat(search(wire, card.name(), first).body()).contains("mock_insi_AssertionPerimee");
    assertThat(search(wire, card.name(), card.professional(now, sameId)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void anUnsignedAssertionIsGoodForProSanteConnectOnly() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");

    assertThat(search(wire, card.name(), card.unsigned(Instant.now())).body())
        .contains("mock_insi_Signature");
    assertThat(search(wire, DOCTOR, CardAssertion.psc(Instant.now(), DOCTOR)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"facultatif, 200", "ignore, 200", "exige, 500"})
  void whetherATokenIsWantedIsASetting(String use, int status) throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of("insi.psc-token", use));

    assertThat(search(wire, DOCTOR, CardAssertion.psc(Instant.now(), DOCTOR)).statusCode())
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

  private static HttpResponse<String> search(
      BenchOnTheWire wire, String sender, String... assertions) throws Exception {
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    String message =
        assertions.length == 0
            ? Requests.example()
            : Requests.secured(Requests.example(), assertions);
    return wire.post(DOOR, Requests.CONTENT_TYPE, BenchOnTheWire.about(patient, sender, message));
  }

  /** A Pro Santé Connect that only knows how to introspect. */
  private record Psc(HttpServer server) implements AutoCloseable {
    static Psc answering(List<String> asked) throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/introspect",
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
      server.start();
      return new Psc(server);
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
