package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.lps.banc.FakeApi;
import fr.socle.lps.banc.FakeApi.Reply;
import fr.socle.lps.banc.FakePsc;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import fr.socle.lps.banc.TestTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Proxy e-Santé of the reference software's editor, as softwares see it and from behind. */
class OwnProxyTest {

  private static final String DOCTOR = "899990000012";
  private static final String WRONG_SUBJECT = "{\"error\":\"invalid_request\"}";

  @TempDir private static Path directory;
  private static TestPki pki;
  private static RSAKey key;

  private final TestTime time = new TestTime();
  private final HttpClient http = HttpClient.newHttpClient();
  private FakePsc psc;
  private FakeApi api;
  private ReferenceLps lps;
  private String proxy;

  @BeforeAll
  static void makeKeys() throws Exception {
    pki = new TestPki(directory);
    key = FakePsc.key("cle-1");
  }

  @BeforeEach
  void start() throws Exception {
    psc = new FakePsc(pki.server(), key);
    psc.clock = time;
    api = new FakeApi(pki.server());
    lps = ReferenceLps.builder().patience(Duration.ofSeconds(5)).clock(time).pause(time).start();
    JsonNode configured =
        new Driver(lps.url()).perform("configurer", TestBench.behindProxy(pki, psc, api));
    proxy = configured.path("vu").path("adresseProxy").asText();
  }

  @AfterEach
  void stop() {
    lps.close();
    psc.close();
    api.close();
  }

  @Test
  void opensASessionThatOneCookieTakesUpAgain() throws Exception {
    HttpResponse<String> opened = connect(FakePsc.CLIENT, "");
    String cookie = cookie(opened);

    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(Driver.json(opened).path("proxy_session_id").asText()).isEqualTo(cookie);
    assertThat(psc.seen("/ciba").get(0).parameters())
        .containsEntry("login_hint", DOCTOR)
        .containsEntry("binding_message", "07")
        .containsEntry("channel", "CARD");
    assertThat(psc.seen("/userinfo")).hasSize(1);

    HttpResponse<String> again = connect(FakePsc.CLIENT, cookie);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(psc.seen("/ciba")).hasSize(1);
  }

  @Test
  void refusesASoftwareItDoesNotKnowAndADemandThatIsNotWhole() throws Exception {
    assertThat(connect("inconnu", "").statusCode()).isEqualTo(404);
    assertThat(call("POST", "/connect", "", "{\"nationalId\":\"8\"}").statusCode()).isEqualTo(400);
    assertThat(psc.seen("/ciba")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"access_denied, 401", "expired_token, 401"})
  void saysThatTheLoginWasRefused(String error, int status) throws Exception {
    psc.poll = () -> error;

    assertThat(connect(FakePsc.CLIENT, "").statusCode()).isEqualTo(status);
  }

  @Test
  void passesOnTheOutageOfTheProvider() throws Exception {
    psc.demandStatus = 503;

    assertThat(connect(FakePsc.CLIENT, "").statusCode()).isEqualTo(503);
  }

  @Test
  void exchangesOnceThenCallsWithTheSameCertificate() throws Exception {
    String cookie = cookie(connect(FakePsc.CLIENT, ""));

    assertThat(send(cookie).body()).isEqualTo("<reponse/>");
    assertThat(send(cookie).statusCode()).isEqualTo(200);

    assertThat(api.seen("/token")).hasSize(1);
    FakeApi.Seen exchange = api.seen("/token").get(0);
    assertThat(exchange.body())
        .contains("grant_type=urn:ietf:params:oauth:grant-type:token-exchange")
        .contains("subject_token=acces-1&")
        .contains("client_id=proxy-demo&", "scope=insi&")
        .containsPattern("cnf=\\{\"x5t#S256\":\"[\\w-]{43}\"}");
    assertThat(api.seen("/api"))
        .hasSize(2)
        .allMatch(one -> one.target().equals("/api/lps?wsdl"))
        .allMatch(one -> one.authorization().equals("Bearer api-1"))
        .allMatch(one -> !one.clientDn().isEmpty() && one.clientDn().equals(exchange.clientDn()));
  }

  @Test
  void renewsTheTokenOfTheProviderBeforeItExchangesIt() throws Exception {
    String cookie = cookie(connect(FakePsc.CLIENT, ""));
    time.until(time.instant().plusSeconds(121));

    assertThat(send(cookie).statusCode()).isEqualTo(200);
    assertThat(api.seen("/token").get(0).body()).contains("subject_token=acces-2&");
  }

  @Test
  void renewsOnceATokenThatTheAuthorizationServerDoesNotTake() throws Exception {
    String cookie = cookie(connect(FakePsc.CLIENT, ""));
    Deque<Reply> replies = new ArrayDeque<>(List.of(new Reply(400, WRONG_SUBJECT)));
    api.exchange = () -> replies.isEmpty() ? new Reply(0, "") : replies.remove();

    assertThat(send(cookie).statusCode()).isEqualTo(200);
    assertThat(api.seen("/token")).hasSize(2);
    assertThat(api.seen("/token").get(1).body()).contains("subject_token=acces-2&");
  }

  @Test
  void forgetsASessionThatTheProviderEnded() throws Exception {
    String cookie = cookie(connect(FakePsc.CLIENT, ""));
    api.exchange = () -> new Reply(400, WRONG_SUBJECT);
    psc.refreshError = "invalid_grant";

    assertThat(send(cookie).statusCode()).isEqualTo(401);
    assertThat(api.seen("/api")).isEmpty();
    assertThat(connect(FakePsc.CLIENT, cookie).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"400, invalid_scope, 502", "503, temporarily_unavailable, 503", "500, x, 503"})
  void saysOnceThatItHasNoToken(int status, String error, int answered) throws Exception {
    String cookie = cookie(connect(FakePsc.CLIENT, ""));
    api.exchange = () -> new Reply(status, "{\"error\":\"" + error + "\"}");

    assertThat(send(cookie).statusCode()).isEqualTo(answered);
    assertThat(api.seen("/token")).hasSize(1);
    assertThat(api.seen("/api")).isEmpty();
  }

  @Test
  void getsAnotherTokenWhenTheApiDoesNotTakeItsOwn() throws Exception {
    String cookie = cookie(connect(FakePsc.CLIENT, ""));
    Deque<Reply> replies = new ArrayDeque<>(List.of(new Reply(401, "")));
    api.call = () -> replies.isEmpty() ? new Reply(200, "<oui/>") : replies.remove();

    assertThat(send(cookie).body()).isEqualTo("<oui/>");
    assertThat(api.seen("/api")).extracting(FakeApi.Seen::authorization).endsWith("Bearer api-2");
  }

  @Test
  void endsASessionOnceAndKnowsItNoMore() throws Exception {
    String cookie = cookie(connect(FakePsc.CLIENT, ""));

    assertThat(call("DELETE", "/disconnect", cookie, "").statusCode()).isEqualTo(200);
    assertThat(call("DELETE", "/disconnect", cookie, "").statusCode()).isEqualTo(401);
    assertThat(send(cookie).statusCode()).isEqualTo(401);
    assertThat(psc.seen("/logout")).hasSize(1);
    assertThat(psc.seen("/logout").get(0).parameters()).containsKey("id_token_hint");
  }

  @Test
  void tracesEverythingItWasAsked() throws Exception {
    String cookie = cookie(connect(FakePsc.CLIENT, ""));
    connect(FakePsc.CLIENT, cookie);
    connect("inconnu", "");
    send(cookie);
    call("DELETE", "/disconnect", cookie, "");

    JsonNode traces = Driver.json(call("GET", "/traces?start=2020-01-01T00:00:00Z", "", ""));
    assertThat(StreamSupport.stream(traces.spliterator(), false).map(one -> text(one, "type")))
        .containsExactly(
            "CONNECT_SUCCESS", "CONNECT_REPLAY", "CONNECT_FAILURE", "SEND", "DISCONNECT");
    assertThat(traces.get(3).path("apiRequest").toString())
        .isEqualTo("{\"nomApiPsc\":\"insi\",\"methode\":\"GET\",\"path\":\"/lps?wsdl\"}");
    assertThat(traces).allMatch(one -> text(one, "IdRPPS").equals(DOCTOR));
    assertThat(call("GET", "/traces", "", "").statusCode()).isEqualTo(400);
    assertThat(Driver.json(call("GET", "/traces?start=2999-01-01T00:00:00Z", "", ""))).isEmpty();
  }

  private static String text(JsonNode trace, String member) {
    return trace.path(member).asText();
  }

  private HttpResponse<String> connect(String software, String cookie) throws Exception {
    String body =
        new JsonMapper()
            .writeValueAsString(
                Map.of(
                    "nationalId",
                    DOCTOR,
                    "bindingMessage",
                    "07",
                    "clientId",
                    software,
                    "channel",
                    "CARD"));
    return call("POST", "/connect", cookie, body);
  }

  private HttpResponse<String> send(String cookie) throws Exception {
    return call("GET", "/send/insi/lps?wsdl", cookie, "");
  }

  private HttpResponse<String> call(String method, String target, String cookie, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(proxy + target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", "autre=1; proxy_session_id=" + cookie);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String cookie(HttpResponse<String> opened) {
    String set = opened.headers().firstValue("Set-Cookie").orElse("proxy_session_id=;");
    return set.substring(set.indexOf('=') + 1, set.indexOf(';'));
  }
}
