package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.banc.FakeInsi;
import fr.socle.lps.banc.FakeProxy;
import fr.socle.lps.banc.FakeProxy.Reply;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {

  private static final String ANNE = "899990000020";
  private static final String PAUL = "899990000012";
  private static final String COOKIE_OF_ANNE = "proxy_session_id=s-" + ANNE;

  @TempDir private static Path directory;
  private static TestPki pki;

  private FakeProxy proxy;
  private FakeInsi insi;
  private ReferenceLps lps;
  private Driver driver;

  @BeforeAll
  static void makeKeys() {
    pki = new TestPki(directory);
  }

  @BeforeEach
  void start() throws Exception {
    proxy = new FakeProxy(pki.server());
    insi = new FakeInsi(pki.server());
    start(ReferenceLps.builder());
  }

  private void start(ReferenceLps.Builder builder) throws Exception {
    lps = builder.start();
    driver = new Driver(lps.url());
    driver.perform("configurer", TestBench.proxy(pki, proxy.address(), insi.address()));
  }

  @AfterEach
  void stop() {
    lps.close();
    proxy.close();
    insi.close();
  }

  @Test
  void asksForALoginWithTheFourMembersAndShowsTheNumber() throws Exception {
    JsonNode result = login(ANNE);

    assertThat(proxy.seen).hasToString("[POST /connect -]");
    JsonNode body =
        new com.fasterxml.jackson.databind.json.JsonMapper().readTree(proxy.seen.get(0).body());
    assertThat(body.path("nationalId").asText()).isEqualTo(ANNE);
    assertThat(body.path("bindingMessage").asText()).matches("[0-9]{2}");
    assertThat(body.path("clientId").asText()).isEqualTo("lps-essai");
    assertThat(body.path("channel").asText()).isEqualTo("MOBILE");
    assertThat(result.path("vu").path("connecte").asBoolean()).isTrue();
    assertThat(result.path("vu").path("messages").get(0).asText())
        .contains(" " + body.path("bindingMessage").asText() + ".");
  }

  @Test
  void takesUpALivingSessionWithItsCookie() throws Exception {
    login(ANNE);
    JsonNode again = login(ANNE);

    assertThat(proxy.seen.get(1)).hasToString("POST /connect " + COOKIE_OF_ANNE);
    assertThat(again.path("statut").asText()).isEqualTo("fait");
    assertThat(again.path("vu").path("connecte").asBoolean()).isTrue();
  }

  @Test
  void keepsTheCookiesOfTwoUsersApart() throws Exception {
    login(ANNE);
    login(PAUL);
    search();
    login(ANNE);
    search();

    assertThat(proxy.seen)
        .hasToString(
            "[POST /connect -, POST /connect -, POST /send/insi/lps proxy_session_id=s-"
                + PAUL
                + ", POST /connect "
                + COOKIE_OF_ANNE
                + ", POST /send/insi/lps "
                + COOKIE_OF_ANNE
                + "]");
    assertThat(insi.seen).isEmpty();
  }

  @Test
  void sendsTheMessageOfTheDirectMode() throws Exception {
    login(ANNE);
    JsonNode found = search();

    assertThat(found.path("vu").path("resultat").asText()).isEqualTo("trouvee");
    assertThat(proxy.seen.get(1).body()).contains("RECSANSVITALE", ">10B0000001<", ">MOQUETTE<");
  }

  @Test
  void forgetsASessionThatTheProxyDoesNotKnowAndAsksToLogInAgain() throws Exception {
    login(ANNE);
    proxy.answer = call -> new Reply(401, "{\"code\":\"401\"}");
    JsonNode lost = search();
    search();
    proxy.answer = FakeProxy::usual;
    login(ANNE);

    assertThat(lost.path("statut").asText()).isEqualTo("echec");
    assertThat(lost.path("message").asText()).contains("reconnectez-vous");
    assertThat(proxy.seen)
        .extracting(FakeProxy.Seen::toString)
        .containsExactly(
            "POST /connect -", "POST /send/insi/lps " + COOKIE_OF_ANNE, "POST /connect -");
    assertThat(insi.seen).isEmpty();
  }

  @Test
  void endsItsSessionOnceAndThenWorksWithoutTheProxy() throws Exception {
    login(ANNE);
    driver.perform("deconnecter-ps", "{}");
    JsonNode again = driver.perform("deconnecter-ps", "{}");
    search();

    assertThat(again.path("vu").path("connecte").asBoolean()).isFalse();
    assertThat(proxy.seen.subList(1, proxy.seen.size()))
        .hasToString("[DELETE /disconnect " + COOKIE_OF_ANNE + "]");
    assertThat(insi.seen).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 500, 503})
  void isLoggedOutWhateverTheProxySaysOfIt(int status) throws Exception {
    login(ANNE);
    proxy.answer = call -> new Reply(status, "");
    JsonNode out = driver.perform("deconnecter-ps", "{}");

    assertThat(out.path("statut").asText()).isEqualTo("fait");
    assertThat(out.path("vu").path("connecte").asBoolean()).isFalse();
    assertThat(out.path("vu").path("messages").size()).isEqualTo(status == 401 ? 1 : 2);
  }

  @ParameterizedTest
  @CsvSource({
    "304, ne peut pas vous connecter",
    "400, ne comprend pas la demande",
    "401, n'a pas accepté la connexion",
    "404, ne connaît pas ce logiciel",
    "500, ne peut pas vous connecter",
    "503, ne peut pas vous connecter"
  })
  void saysInFrenchWhyNobodyIsConnected(int status, String told) throws Exception {
    proxy.answer = call -> new Reply(status, "");
    JsonNode result = login(ANNE);

    assertThat(result.path("statut").asText()).isEqualTo("echec");
    assertThat(result.path("vu").path("connecte").asBoolean()).isFalse();
    assertThat(result.path("message").asText()).contains(told);
    assertThat(proxy.seen).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{}", "{\"proxy_session_id\":\"a; Path=/\"}"})
  void refusesASessionThatIsNone(String body) throws Exception {
    proxy.answer = call -> new Reply(200, body);

    assertThat(login(ANNE).path("message").asText()).contains("session utilisable");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy-cookie-oublie,             POST /connect -",
    "proxy-cookie-partage,            POST /connect proxy_session_id=s-899990000012"
  })
  void aMutantSendsAnotherCookie(String id, String second) throws Exception {
    lps.close();
    start(ReferenceLps.builder().mutant(id));
    login(PAUL);
    login(id.equals("proxy-cookie-oublie") ? PAUL : ANNE);

    assertThat(proxy.seen.get(1)).hasToString(second);
  }

  @ParameterizedTest
  @CsvSource({
    "proxy-cookie-non-envoye,         POST /send/insi/lps -, 0",
    "proxy-appel-direct,              '',                    1"
  })
  void aMutantCallsInsiOtherwise(String id, String sent, int direct) throws Exception {
    lps.close();
    start(ReferenceLps.builder().mutant(id));
    insi.answer = call -> fr.socle.lps.banc.InsiMessages.found();
    login(ANNE);
    search();

    assertThat(proxy.seen.stream().skip(1).map(FakeProxy.Seen::toString).toList())
        .isEqualTo(sent.isEmpty() ? List.of() : List.of(sent));
    assertThat(insi.seen).hasSize(direct);
  }

  private JsonNode login(String nationalId) throws Exception {
    return driver.perform("authentifier-ps-proxy", "{'identifiantNational':'" + nationalId + "'}");
  }

  private JsonNode search() throws Exception {
    String id =
        driver
            .perform(
                "creer-dossier",
                "{'nomNaissance':'MOQUETTE','prenomsNaissance':['ALIX'],'premierPrenom':'ALIX',"
                    + "'sexe':'F','dateNaissance':'1988-02-29','lieuNaissance':'75056'}")
            .path("vu")
            .path("dossier")
            .asText();
    return driver.perform("rechercher-ins-traits", "{'dossier':'" + id + "'}");
  }
}
