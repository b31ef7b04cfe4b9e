package fr.socle.psc.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.PhoneAnswer;
import fr.socle.bench.client.api.ProxySoftwareRequest;
import fr.socle.bench.client.api.ProxyState;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.SessionRevocation;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.psc.People;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bench's own proxy in a real bench, over TLS, used by a software that shares no code with it.
 */
class ProxyWireTest {
  private static ProxyBench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = new ProxyBench(pki);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void aWholeSessionOfACorrectSoftwareIsJudgedClean() throws Exception {
    try (Business insi = Business.answering(200, "<reponse/>")) {
      SpaceDescriptor space = bench.space(Map.of("api.insi.upstream", insi.url()));
      Window window = bench.open(space);
      Instant start = Instant.now().minusSeconds(60);
      ProxyUser lps = new ProxyUser(space);

      HttpResponse<String> connected = lps.connect(People.DOCTOR, "lps-demo-mtls");
      HttpResponse<String> sent = lps.send("POST", "/send/insi/lps?x=1", "<demande/>");
      HttpResponse<String> again = lps.send("PATCH", "/send/insi/lps", "<demande/>");
      HttpResponse<String> replay = lps.connect(People.NURSE, "lps-demo-mtls");
      HttpResponse<String> ended = lps.disconnect();

      String session = ProxyUser.json(connected).path("proxy_session_id").asText();
      assertThat(connected.statusCode()).isEqualTo(200);
      assertThat(connected.headers().firstValue("Set-Cookie"))
          .contains("proxy_session_id=" + session + "; Path=/");
      assertThat(sent.statusCode()).isEqualTo(200);
      assertThat(sent.body()).isEqualTo("<reponse/>");
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(replay.statusCode()).isEqualTo(304);
      assertThat(replay.body()).isEmpty();
      assertThat(ended.statusCode()).isEqualTo(200);
      assertThat(insi.seen())
          .containsExactly(
              new Business.Seen("POST", "/lps?x=1", null, null, "<demande/>"),
              new Business.Seen("PATCH", "/lps", null, null, "<demande/>"));
      PscState state = (PscState) bench.control(space, "state", null);
      assertThat(state.sessions()).hasSize(1).noneMatch(PscState.Session::active);
      assertThat(bench.transactions(space))
          .filteredOn(name -> name.startsWith("API") || name.equals("PSC logout"))
          .containsExactly("API token", "API call", "API call", "PSC logout");
      assertThat(bench.close(space, window)).isEmpty();
      assertTraces(lps, start, session, ProxyUser.json(connected).path("session_state").asText());
    }
  }

  @Test
  void showsTheCertificateOfTheSoftwareThatConnected() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    bench.control(
        space,
        "proxy-software",
        new ProxySoftwareRequest(
            "autre-logiciel",
            "lps-demo",
            space.clients().get(0).clientSecret(),
            "organisation",
            "proxy-demo-2"));
    ProxyUser lps = new ProxyUser(space);
    lps.connect(People.DOCTOR, "autre-logiciel");
    lps.send("GET", "/send/insi/lps", "");

    String shown =
        space.keyStores().stream()
            .filter(one -> one.name().equals("organisation"))
            .findFirst()
            .orElseThrow()
            .subject();
    assertThat(
            bench.bench().exchanges(space.id(), 0, null).exchanges().stream()
                .filter(one -> "API token".equals(one.transaction()))
                .map(one -> one.decoded().path("certificat").asText()))
        .containsExactly(shown);
  }

  @Test
  void refusesWithTheStatusesAndTheBodyOfTheContract() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    ProxyUser lps = new ProxyUser(space);

    assertRefused(lps.connect(People.DOCTOR, "inconnu"), 404, "inconnu");
    assertRefused(lps.send("POST", "/connect", "{}"), 400, "nationalId");
    assertRefused(lps.connect("899999999999", "lps-demo"), 401, "400 - invalid_request : ");
    bench.control(space, "next-phone", new NextPhone(null, "refuser", null, null));
    assertRefused(lps.connect(People.DOCTOR, "lps-demo"), 401, "400 - access_denied : ");
    assertRefused(lps.send("GET", "/send/insi/lps", ""), 401, "Session");
    assertRefused(lps.disconnect(), 401, "Session");
    assertRefused(lps.send("GET", "/traces", ""), 400, "start");
    assertRefused(lps.send("GET", "/ailleurs", ""), 404, "Chemin");
    assertThat(lps.send("GET", "/connect", "").statusCode()).isEqualTo(405);
    JsonNode body = ProxyUser.json(lps.connect(People.NURSE, "inconnu"));
    assertThat(body.at("/metadata/nationalId").asText()).isEqualTo(People.NURSE);
    assertThat(body.at("/metadata/clientId").asText()).isEqualTo("inconnu");
  }

  @Test
  void passesAnOutageOfProSanteConnectThroughWithoutBody() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    bench.control(space, "next-phone", new NextPhone(null, "eteint", null, null));

    HttpResponse<String> answer = new ProxyUser(space).connect(People.DOCTOR, "lps-demo");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void refreshesTheTokenOfProSanteConnectBeforeALateExchange() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    Window window = bench.open(space);
    ProxyUser lps = new ProxyUser(space);
    lps.connect(People.DOCTOR, "lps-demo-mtls");
    bench.bench().age(space.id(), new AgeRequest("PT3M"));

    lps.send("GET", "/send/insi/lps", "");

    assertThat(bench.transactions(space)).containsSubsequence("PSC token", "API token", "API call");
    assertThat(bench.close(space, window)).isEmpty();
  }

  @Test
  void asksForANewLoginWhenTheSessionOfProSanteConnectIsOver() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    ProxyUser lps = new ProxyUser(space);
    lps.connect(People.DOCTOR, "lps-demo-mtls");
    bench.bench().age(space.id(), new AgeRequest("PT1H"));

    assertRefused(lps.send("GET", "/send/insi/lps", ""), 401, "Session");
    assertThat(((ProxyState) bench.control(space, "proxy-state", null)).sessions()).isEmpty();
  }

  @Test
  void forgetsASessionThatAnAdministratorEnds() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    ProxyUser lps = new ProxyUser(space);
    lps.connect(People.DOCTOR, "lps-demo");
    ProxyState.Session session =
        ((ProxyState) bench.control(space, "proxy-state", null)).sessions().get(0);
    bench.control(space, "proxy-end", new SessionRevocation(session.id()));

    assertRefused(lps.disconnect(), 401, "Session");
    assertThat(session.nationalId()).isEqualTo(People.DOCTOR);
  }

  @Test
  void losesASessionOnPurpose() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    Window window = bench.open(space);
    ProxyUser lps = new ProxyUser(space);
    lps.connect(People.DOCTOR, "lps-demo-mtls");
    bench.arm(space, "proxy-session-perdue", Map.of());

    assertRefused(lps.send("GET", "/send/insi/lps", ""), 401, "Session");
    assertThat(bench.close(space, window)).isEmpty();
  }

  @Test
  void losesASessionOnPurposeBeforeItIsClosedWithoutBlamingTheSoftware() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    Window window = bench.open(space);
    ProxyUser lps = new ProxyUser(space);
    lps.connect(People.DOCTOR, "lps-demo-mtls");
    bench.arm(space, "proxy-session-perdue", Map.of());

    assertRefused(lps.disconnect(), 401, "Session");
    assertThat(bench.close(space, window)).isEmpty();
  }

  @Test
  void tells503WhenNobodyIsThere() throws Exception {
    Business gone = Business.answering(200, "");
    gone.close();
    assertThat(statusWith(Map.of("proxy.api.insi.url", gone.url()))).isEqualTo(503);
  }

  @Test
  void tells504WhenTheApiIsTooLong() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Business slow =
        Business.answering(
            (call, exchange) -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })) {
      assertThat(statusWith(Map.of("proxy.api.insi.url", slow.url(), "proxy.timeout-seconds", "1")))
          .isEqualTo(504);
      never.countDown();
    }
  }

  @Test
  void tells502WhenTheAnswerBreaksOrIsTooLong() throws Exception {
    try (Business broken =
            Business.answering(
                (call, exchange) -> {
                  exchange.sendResponseHeaders(200, 1000);
                  OutputStream body = exchange.getResponseBody();
                  body.write(1);
                  body.flush();
                });
        Business large = Business.answering(200, "x".repeat(101))) {
      assertThat(statusWith(Map.of("proxy.api.insi.url", broken.url()))).isEqualTo(502);
      assertThat(statusWith(Map.of("proxy.api.insi.url", large.url(), "proxy.body-bytes", "100")))
          .isEqualTo(502);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 400, 401, 403, 404, 409, 500})
  void givesTheAnswerOfTheApiWhateverItIs(int status) throws Exception {
    try (Business api = Business.answering(status, status == 204 ? "" : "corps")) {
      assertThat(statusWith(Map.of("proxy.api.insi.url", api.url()))).isEqualTo(status);
      assertThat(api.seen()).hasSize(1);
      assertThat(api.seen().get(0).authorization()).startsWith("Bearer ");
    }
  }

  @Test
  void tells502WhenTheExchangeIsRefusedAndTheStatusWhenTheServerIsDown() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    ProxyUser lps = new ProxyUser(space);
    lps.connect(People.DOCTOR, "lps-demo");
    bench.arm(space, "echange-scope-refuse", Map.of());
    assertRefused(lps.send("GET", "/send/insi/lps", ""), 502, "invalid_scope");
    bench.arm(space, "api-serveur-indisponible", Map.of());
    assertRefused(lps.send("GET", "/send/insi/lps", ""), 503, "503");
  }

  @Test
  void reachesTheConformanceApi() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    ProxyUser lps = new ProxyUser(space);
    JsonNode session = ProxyUser.json(lps.connect(People.DOCTOR, "lps-demo"));

    HttpResponse<String> signed =
        lps.send(
            "POST",
            "/send/signsessiondata",
            "{\"nationalId\":\""
                + People.DOCTOR
                + "\",\"clientID\":\"lps-demo\",\"proxy_session_id\":\""
                + session.path("proxy_session_id").asText()
                + "\",\"session_state\":\""
                + session.path("session_state").asText()
                + "\"}");

    assertThat(signed.statusCode()).isEqualTo(200);
    assertThat(ProxyUser.json(signed).path("signature").asText()).isNotEmpty();
  }

  @Test
  void refusesMoreCallsAtOnceThanItsBenchCanServe() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    bench.control(space, "next-phone", new NextPhone(null, "personne", null, null));
    ExecutorService many = Executors.newFixedThreadPool(16);
    try {
      List<Future<Integer>> waiting = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        waiting.add(
            many.submit(
                () -> new ProxyUser(space).connect(People.DOCTOR, "lps-demo").statusCode()));
      }
      Awaitility.await()
          .until(() -> ((PscState) bench.control(space, "state", null)).phone().size() == 16);

      assertRefused(new ProxyUser(space).connect(People.NURSE, "lps-demo"), 503, "Trop d'appels");
      for (int i = 0; i < 16; i++) {
        bench.control(space, "phone-answer", new PhoneAnswer(null, null, "refuser", null));
      }
      for (Future<Integer> one : waiting) {
        assertThat(one.get()).isEqualTo(401);
      }
    } finally {
      many.shutdownNow();
    }
  }

  private int statusWith(Map<String, String> settings) throws Exception {
    SpaceDescriptor space = bench.space(settings);
    ProxyUser lps = new ProxyUser(space);
    assertThat(lps.connect(People.DOCTOR, "lps-demo").statusCode()).isEqualTo(200);
    return lps.send("GET", "/send/insi/lps", "").statusCode();
  }

  private static void assertTraces(
      ProxyUser lps, Instant start, String session, String sessionState) throws Exception {
    JsonNode traces = ProxyUser.json(lps.send("GET", "/traces?start=" + start, ""));
    List<String> types = new ArrayList<>();
    for (JsonNode trace : traces) {
      types.add(trace.path("type").asText());
      assertThat(trace.path("clientId").asText()).isEqualTo("lps-demo-mtls");
      assertThat(trace.path("IdRPPS").asText()).isEqualTo(People.DOCTOR);
      assertThat(trace.path("ipAddress").asText()).isEqualTo("127.0.0.1");
      assertThat(trace.path("ports").get(0).asInt()).isPositive();
      assertThat(trace.path("proxy_id_session").asText()).isEqualTo(session);
      assertThat(trace.path("session_state").asText()).isEqualTo(sessionState);
      assertThat(Instant.parse(trace.path("timestamp").asText())).isAfter(start);
    }
    assertThat(types)
        .containsExactly("CONNECT_SUCCESS", "SEND", "SEND", "CONNECT_REPLAY", "DISCONNECT");
    assertThat(traces.get(1).path("apiRequest").toString())
        .isEqualTo("{\"nomApiPsc\":\"insi\",\"methode\":\"POST\",\"path\":\"/lps?x=1\"}");
    assertThat(
            ProxyUser.json(
                lps.send("GET", "/traces?start=" + start + "&end=" + start.plusSeconds(1), "")))
        .isEmpty();
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String message)
      throws Exception {
    JsonNode body = ProxyUser.json(answer);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(body.path("code").asText()).isEqualTo(Integer.toString(status));
    assertThat(body.path("code").isTextual()).isTrue();
    assertThat(body.path("message").asText()).contains(message);
  }
}
