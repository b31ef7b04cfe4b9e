package fr.socle.psc.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import fr.socle.psc.PscOnPaper.Recorded;
import fr.socle.psc.check.Verdicts;
import fr.socle.psc.exchange.protocol.ApiIntrospectionMessage;
import fr.socle.psc.exchange.service.ApiIntrospectionDesk;
import fr.socle.psc.proxy.protocol.ConnectMessage;
import fr.socle.psc.proxy.protocol.DisconnectMessage;
import fr.socle.psc.proxy.protocol.SendMessage;
import fr.socle.psc.proxy.protocol.SendMessage.Trial;
import fr.socle.psc.proxy.protocol.TracesMessage;
import fr.socle.psc.proxy.service.ConnectRequest;
import fr.socle.psc.proxy.service.ProxyFault;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.Digests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule around the proxy: what passes, and the same broken in one way. */
class ProxyChecksTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ConnectRequest CORRECT =
      new ConnectRequest(People.DOCTOR, "42", "lps-demo", "MOBILE");

  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void sayNothingOfACorrectSoftware() {
    connect(CORRECT, null, true, false, 200, "p1");
    send("p1", true, false, 200, null);
    disconnect("p1", false, 200);

    assertThat(Verdicts.ofAll(psc)).isEmpty();
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ",42,lps-demo,MOBILE",
    "899990000012,425,lps-demo,MOBILE",
    "899990000012,42,lps-demo,carte"
  })
  void findAMemberOfConnectThatIsMissingOrWrong(
      String who, String binding, String clientId, String channel) {
    connect(new ConnectRequest(who, binding, clientId, channel), null, true, false, 400, null);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PRX-LPS-01");
  }

  @Test
  void findASoftwareThatIsNotDeclared() {
    connect(new ConnectRequest(People.DOCTOR, "42", "x", "CARD"), null, false, false, 404, null);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PRX-LPS-02");
  }

  @Test
  void findALoginThatForgotItsCookie() {
    connect(CORRECT, null, true, true, 200, "p2");

    assertThat(Verdicts.ofLast(psc)).containsExactly("PRX-LPS-03");
  }

  @Test
  void findASecondDisconnectOfASoftware() {
    disconnect("p1", false, 401);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PRX-LPS-04");
  }

  @Test
  void findACallWithoutCookieAndOneWithADeadOne() {
    send(null, true, true, 401, null);
    assertThat(Verdicts.ofLast(psc)).containsExactly("PRX-LPS-05");

    send("mort", true, true, 401, null);
    assertThat(Verdicts.ofLast(psc)).containsExactly("PRX-LPS-06");
  }

  @Test
  void sayNothingOfASessionLostOnPurpose() {
    record("Proxy send", new SendMessage("p1", false, "insi", true, true, true, 401, null));

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @Test
  void findAnApiThatIsNotBehindTheProxy() {
    send("p1", false, false, 404, null);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PRX-LPS-07");
  }

  @Test
  void sayNothingOfACorrectProxyOfAnEditor() {
    relayedConnect(People.DOCTOR, null, 200, "p1");
    relayedConnect(People.NURSE, null, 200, "p2");
    relayedConnect(People.DOCTOR, "p1", 304, null);
    logout();
    disconnect("p1", true, 200);
    disconnect("p1", true, 401);
    logout();
    disconnect("p2", true, 200);

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findAReplayThatOpensANewSession() {
    relayedConnect(People.DOCTOR, null, 200, "p1");
    relayedConnect(People.DOCTOR, "p1", 200, "p2");

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-01");
  }

  @Test
  void findAReplayThatCallsProSanteConnectBefore304() {
    relayedConnect(People.DOCTOR, null, 200, "p1");
    record("PSC ciba", new Object());
    relayedConnect(People.DOCTOR, "p1", 304, null);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-01");
  }

  @Test
  void findOneSessionForTwoUsers() {
    relayedConnect(People.DOCTOR, null, 200, "p1");
    relayedConnect(People.NURSE, null, 200, "p1");

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-02");
  }

  @Test
  void findAnAnswerWithoutSession() {
    relayedConnect(People.DOCTOR, null, 200, null);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-02");
  }

  @ParameterizedTest
  @CsvSource({"404,", "401,PRX-05", "200,PRX-05"})
  void findAnUnknownSoftwareThatIsNotAnswered404(int status, String rule) {
    record(
        "Proxy connect",
        new ConnectMessage(
            new ConnectRequest(People.DOCTOR, "42", "inconnu", "CARD"),
            null,
            true,
            false,
            false,
            status,
            false,
            "p1"));

    assertThat(Verdicts.ofLast(psc)).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource({"0,PRX-06", "1,", "2,PRX-06"})
  void findALogoutThatIsNotCalledOnce(int times, String rule) {
    relayedConnect(People.DOCTOR, null, 200, "p1");
    for (int i = 0; i < times; i++) {
      logout();
    }
    disconnect("p1", true, 200);

    assertThat(Verdicts.ofWindow(psc)).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void findASecondDisconnectThatIsAccepted() {
    logout();
    disconnect("p1", true, 200);
    logout();
    disconnect("p1", true, 200);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-07");
  }

  @Test
  void askForNoSecondLogoutOfASessionThatWasEnded() {
    logout();
    disconnect("p1", true, 200);
    disconnect("p1", true, 200);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-07");
  }

  @Test
  void findATraceWithoutItsMembers() throws Exception {
    String complete =
        "{\"type\":\"SEND\",\"clientId\":\"c\",\"IdRPPS\":\"8\",\"ipAddress\":\"::1\",\"ports\":[1],"
            + "\"proxy_id_session\":\"p\",\"session_state\":\"s\",\"timestamp\":\"t\","
            + "\"apiRequest\":{\"nomApiPsc\":\"insi\",\"methode\":\"GET\",\"path\":\"/\"}}";
    String failure =
        "{\"type\":\"CONNECT_FAILURE\",\"IdRPPS\":\"8\",\"ipAddress\":\"::1\",\"ports\":[1],"
            + "\"timestamp\":\"t\"}";
    traces(complete, failure);
    assertThat(Verdicts.ofLast(psc)).isEmpty();

    for (String member :
        List.of("IdRPPS", "ports", "proxy_id_session", "session_state", "timestamp", "nomApiPsc")) {
      traces(complete.replace("\"" + member + "\"", "\"autre\""));
      assertThat(Verdicts.ofLast(psc)).as(member).containsExactly("PRX-08");
    }
  }

  @Test
  void findACallThatLeftNoTrace() throws Exception {
    relayedConnect(People.DOCTOR, null, 200, "p1");
    traces("{\"type\":\"CONNECT_SUCCESS\"}");
    assertThat(Verdicts.ofWindow(psc)).isEmpty();

    relayedConnect(People.DOCTOR, "p1", 304, null);
    traces("{\"type\":\"CONNECT_SUCCESS\"}");
    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-09");
  }

  @ParameterizedTest
  @CsvSource({
    "JETON_PSC,true,401,",
    "JETON_PSC,true,403,",
    "JETON_PSC,true,200,PRX-API-01",
    "AUTRE_CERTIFICAT,true,401,",
    "AUTRE_CERTIFICAT,true,400,",
    "AUTRE_CERTIFICAT,true,503,",
    "AUTRE_CERTIFICAT,true,200,PRX-API-03",
    "AUTRE_CERTIFICAT,false,200,",
    "AUTRE_SCOPE,true,403,",
    "AUTRE_SCOPE,true,502,",
    "AUTRE_SCOPE,true,200,PRX-API-04",
    "AUTRE_SCOPE,false,200,",
    ",false,200,"
  })
  void findAnApiThatTakesAWrongToken(ProxyFault fault, boolean wrong, int status, String rule) {
    trial(new Trial(fault, null, null, 120, false, status, "d", false, true, wrong));

    assertThat(Verdicts.ofLast(psc)).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource({"true,200,PRX-API-05", "true,400,", "false,200,"})
  void findAServerThatExchangesAnExpiredToken(boolean expired, int status, String rule) {
    trial(
        new Trial(
            ProxyFault.SANS_RAFRAICHIR, status, null, 120, expired, null, null, false, true, true));

    assertThat(Verdicts.ofLast(psc)).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource({"60,PRX-API-06", "120,PRX-API-06", "3600,"})
  void findAnApiTokenThatDiesWithTheTokenOfProSanteConnect(long life, String rule) {
    trial(new Trial(null, 200, life, 120, false, 200, "d", false, true, false));

    assertThat(Verdicts.ofLast(psc)).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void findAnOpaqueTokenThatIsNotIntrospectedEveryHalfHour() {
    String digest = Digests.base64Url(Digests.sha256("opaque"));
    introspection("opaque");
    trial(opaque(200, digest, true));
    psc.clock.advance(Duration.ofMinutes(29));
    trial(opaque(null, digest, true));
    assertThat(Verdicts.ofWindow(psc)).isEmpty();

    psc.clock.advance(Duration.ofMinutes(2));
    trial(opaque(null, digest, true));
    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-API-02");
  }

  @Test
  void findAnOpaqueTokenThatIsNeverIntrospected() {
    introspection("un autre");
    trial(opaque(200, Digests.base64Url(Digests.sha256("opaque")), true));

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PRX-API-02");
  }

  @Test
  void sayNothingOfAnIntrospectionThatTheBenchCannotSee() {
    trial(opaque(200, "d", false));
    trial(opaque(null, "e", true));

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  /** A call that an API served; exchanged is 200 when its token was just issued. */
  private static Trial opaque(Integer exchanged, String digest, boolean ownServer) {
    return new Trial(null, exchanged, null, 120, false, 200, digest, true, ownServer, false);
  }

  private void connect(
      ConnectRequest request,
      String cookie,
      boolean known,
      boolean pairLive,
      int status,
      String session) {
    record(
        "Proxy connect",
        new ConnectMessage(request, cookie, false, known, pairLive, status, false, session));
  }

  private void relayedConnect(String who, String cookie, int status, String session) {
    record(
        "Proxy connect",
        new ConnectMessage(
            new ConnectRequest(who, "42", "lps-demo", "MOBILE"),
            cookie,
            true,
            true,
            false,
            status,
            status == 304,
            session));
  }

  private void disconnect(String cookie, boolean relayed, int status) {
    record("Proxy disconnect", new DisconnectMessage(cookie, relayed, false, status));
  }

  private void send(String cookie, boolean known, boolean refused, int status, Trial trial) {
    record(
        "Proxy send", new SendMessage(cookie, false, "insi", known, refused, false, status, trial));
  }

  private void trial(Trial trial) {
    send("p1", true, false, 200, trial);
  }

  private void logout() {
    record("PSC logout", null);
  }

  private void introspection(String token) {
    record(
        "API introspect",
        new ApiIntrospectionMessage(
            new Asked(Map.of("token", List.of(token))),
            new ClientProof(Set.of(), null, null, null, null),
            new ApiIntrospectionDesk.Outcome(null, Map.of(), null)));
  }

  private void traces(String... traces) throws JsonProcessingException {
    List<JsonNode> read = new ArrayList<>();
    for (String trace : traces) {
      read.add(JSON.readTree(trace));
    }
    record("Proxy traces", new TracesMessage(true, 200, read));
  }

  private void record(String transaction, Object message) {
    IncomingRequest request =
        new IncomingRequest(
            "psc.proxy",
            "GET",
            "/",
            Headers.none(),
            "".getBytes(UTF_8),
            TlsFacts.clear(),
            psc.clock.instant());
    psc.traffic()
        .add(
            new Recorded(
                request,
                new Served(Answer.empty(200), transaction, message, Map.of(), null),
                List.of()));
  }
}
