package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.lps.banc.FakePsc;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PscLoginTest {

  @TempDir private static Path directory;
  private static TestPki pki;
  private static RSAKey key;

  private final BlockingQueue<URI> invitations = new LinkedBlockingQueue<>();
  private FakePsc psc;
  private ReferenceLps lps;
  private Driver driver;

  @BeforeAll
  static void makeKeys() throws Exception {
    pki = new TestPki(directory);
    key = FakePsc.key("cle-1");
  }

  @BeforeEach
  void start() throws Exception {
    psc = new FakePsc(pki.server(), key);
    lps =
        ReferenceLps.builder().patience(Duration.ofSeconds(5)).invitation(invitations::add).start();
    driver = new Driver(lps.url());
    configure(TestBench.secretClient());
  }

  @AfterEach
  void stop() {
    lps.close();
    psc.close();
  }

  @Test
  void logsInAndShowsTheProfessional() throws Exception {
    JsonNode result = login();

    assertThat(result.path("statut").asText()).isEqualTo("fait");
    JsonNode seen = result.path("vu");
    assertThat(seen.path("connecte").asBoolean()).isTrue();
    assertThat(seen.path("identifiantNational").asText()).isEqualTo("899990000012");
    assertThat(seen.path("nom").asText()).isEqualTo("EXEMPLE");
    assertThat(seen.path("activites"))
        .extracting(activity -> activity.path("structure").asText())
        .containsExactly("CABINET EXEMPLE", "HOPITAL EXEMPLE");
    assertThat(seen.path("messages").toString()).contains("plusieurs activités");
  }

  @Test
  void asksAsTheProviderWantsWithSecretsThatAreNewEachTime() throws Exception {
    login();
    login();

    List<FakePsc.Seen> asked = psc.seen("/portail");
    Map<String, String> first = asked.get(0).parameters();
    Map<String, String> second = asked.get(1).parameters();
    assertThat(first)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", FakePsc.CLIENT)
        .containsEntry("scope", "openid scope_all")
        .containsEntry("acr_values", "eidas1")
        .containsEntry("code_challenge_method", "S256");
    assertThat(first.get("redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+/retour-psc");
    for (String secret : List.of("state", "nonce", "code_challenge")) {
      assertThat(first.get(secret)).hasSizeGreaterThanOrEqualTo(22);
      assertThat(first.get(secret)).isNotEqualTo(second.get(secret));
    }
  }

  @Test
  void exchangesTheCodeWithItsSecretInTheHeaderAndThePkceVerifier() throws Exception {
    login();

    FakePsc.Seen exchange = psc.seen("/token").get(0);
    FakePsc.Seen asked = psc.seen("/portail").get(0);
    assertThat(exchange.authorization())
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("lps-essai:un%20secret".getBytes(StandardCharsets.UTF_8)));
    assertThat(exchange.parameters())
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "code-1")
        .containsEntry("redirect_uri", asked.parameters().get("redirect_uri"))
        .doesNotContainKey("client_secret");
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(exchange.parameters().get("code_verifier").getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
        .isEqualTo(asked.parameters().get("code_challenge"));
  }

  @Test
  void provesItselfWithItsCertificateWhenItsRegistrationSaysSo() throws Exception {
    configure(
        "{'clientId':'lps-essai','authMethod':'tls_client_auth','keyStore':'psc-client',"
            + "'redirectUris':['http://127.0.0.1:*/...']}");

    assertThat(login().path("statut").asText()).isEqualTo("fait");

    FakePsc.Seen exchange = psc.seen("/token").get(0);
    assertThat(exchange.clientDn()).contains("318003502400041");
    assertThat(exchange.authorization()).isEmpty();
    assertThat(exchange.parameters()).containsEntry("client_id", "lps-essai");
    assertThat(psc.seen("/portail").get(0).clientDn()).isEmpty();
  }

  static Stream<Arguments> wrongCallbacks() {
    return Stream.of(
        Arguments.of("un autre state", Map.of("state", "autre"), "refuse", "ne correspond pas"),
        Arguments.of("sans state", Map.of("state", ""), "refuse", "ne correspond pas"),
        Arguments.of("un autre émetteur", Map.of("iss", "https://x"), "refuse", "ne vient pas"),
        Arguments.of("sans émetteur", Map.of("iss", ""), "refuse", "ne vient pas"),
        Arguments.of("sans code", Map.of("code", ""), "refuse", "pas de code"),
        Arguments.of("annulée", Map.of("code", "", "error", "access_denied"), "echec", "annulée"),
        Arguments.of(
            "refusée", Map.of("code", "", "error", "invalid_scope"), "echec", "invalid_scope"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongCallbacks")
  void endsWithoutTokenOnAWrongCallback(
      String name, Map<String, String> changes, String status, String told) throws Exception {
    psc.callback =
        parameters ->
            changes.forEach(
                (parameter, value) -> {
                  if (value.isEmpty()) {
                    parameters.remove(parameter);
                  } else {
                    parameters.put(parameter, value);
                  }
                });

    JsonNode result = login();

    assertThat(result.path("statut").asText()).isEqualTo(status);
    assertThat(result.path("message").asText()).contains(told);
    assertThat(result.path("vu").path("connecte").asBoolean()).isFalse();
    assertThat(psc.seen("/token")).isEmpty();
  }

  @Test
  void doesNotBelieveAWrongTokenAndDoesNotAskWhoItIs() throws Exception {
    psc.claims = claims -> claims.put("nonce", "autre");

    JsonNode result = login();

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(result.path("message").asText()).contains("nonce");
    assertThat(psc.seen("/userinfo")).isEmpty();
    assertThat(driver.perform("consulter-profil-ps", "{}").path("statut").asText())
        .isEqualTo("refuse");
  }

  @Test
  void refusesTheProfessionalDataOfSomeoneElse() throws Exception {
    psc.userinfo.put("sub", "f:autre:899990000020");

    JsonNode result = login();

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(result.path("message").asText()).contains("autre personne");
  }

  @Test
  void letsInSomeoneWithoutProfessionalDataAndSaysWhatIsMissing() throws Exception {
    psc.userinfo.remove("SubjectRefPro");

    JsonNode seen = login().path("vu");

    assertThat(seen.path("connecte").asBoolean()).isTrue();
    assertThat(seen.path("activites")).isEmpty();
    assertThat(seen.path("messages").toString()).contains("aucune activité professionnelle");
  }

  @Test
  void readsUserinfoAtEachLoginAndKeepsOneAccount() throws Exception {
    assertThat(login().path("vu").path("messages").toString()).contains("Première connexion");
    psc.userinfo.put("family_name", "NOUVEAU");

    JsonNode seen = login().path("vu");

    assertThat(seen.path("nom").asText()).isEqualTo("NOUVEAU");
    assertThat(seen.path("messages").toString()).doesNotContain("Première connexion");
    assertThat(psc.seen("/userinfo")).hasSize(2);
  }

  @Test
  void waitsForAPersonThenGivesUp() throws Exception {
    psc.callback = Map::clear;

    JsonNode result = login();

    assertThat(result.path("statut").asText()).isEqualTo("echec");
    assertThat(result.path("message").asText()).contains("Personne n'a terminé la connexion");
  }

  @Test
  void takesTheAnswerOfAPersonInABrowserOfHerOwn() throws Exception {
    psc.callback = Map::clear;
    configure(TestBench.secretClient(), "20");
    String id = Driver.json(driver.post("authentifier-ps", "{}")).path("id").asText();
    URI page = invitations.take();
    Map<String, String> asked = psc.seen("/portail").get(0).parameters();
    assertThat(page.getQuery()).contains(asked.get("state"));

    HttpClient browser = HttpClient.newHttpClient();
    URI back =
        URI.create(
            asked.get("redirect_uri")
                + "?code=c&state="
                + asked.get("state")
                + "&iss="
                + psc.issuer());
    assertThat(
            browser
                .send(HttpRequest.newBuilder(back).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);

    JsonNode result = Driver.json(driver.get("/actions/" + id + "?attente=20"));
    assertThat(result.path("statut").asText()).isEqualTo("fait");
    // The same answer a second time finds nobody waiting.
    assertThat(
            browser
                .send(HttpRequest.newBuilder(back).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(400);
    assertThat(psc.seen("/token")).hasSize(1);
  }

  @Test
  void saysThatTheProviderIsDown() throws Exception {
    psc.close();

    JsonNode result = login();

    assertThat(result.path("statut").asText()).isEqualTo("echec");
    assertThat(result.path("message").asText()).contains("injoignable");
  }

  @Test
  void refreshesAnExpiredTokenBeforeUsingIt() throws Exception {
    psc.tokens = answer -> answer.put("expires_in", 0);
    login();

    JsonNode result = driver.perform("consulter-profil-ps", "{}");

    assertThat(result.path("statut").asText()).isEqualTo("fait");
    assertThat(psc.seen("/token").get(1).parameters())
        .containsEntry("grant_type", "refresh_token")
        .containsEntry("refresh_token", "rafraichissement-1");
    assertThat(psc.seen("/userinfo"))
        .extracting(FakePsc.Seen::authorization)
        .containsExactly("Bearer acces-1", "Bearer acces-2");
  }

  @Test
  void doesNotRefreshATokenThatStillHolds() throws Exception {
    login();

    driver.perform("consulter-profil-ps", "{}");

    assertThat(psc.seen("/token")).hasSize(1);
    assertThat(psc.seen("/userinfo")).hasSize(2);
  }

  @Test
  void sendsTheUserBackToLoginWhenTheSessionIsOver() throws Exception {
    psc.tokens = answer -> answer.put("expires_in", 0);
    login();
    psc.refreshError = "invalid_grant";

    JsonNode result = driver.perform("consulter-profil-ps", "{}");

    assertThat(result.path("statut").asText()).isEqualTo("echec");
    assertThat(result.path("message").asText()).contains("reconnectez-vous");
    assertThat(result.path("vu").path("connecte").asBoolean()).isFalse();
    assertThat(psc.seen("/userinfo")).hasSize(1);
  }

  @Test
  void keepsTheSessionWhenTheProviderIsOnlyDownForAWhile() throws Exception {
    psc.tokens = answer -> answer.put("expires_in", 0);
    login();
    psc.refreshError = "temporarily_unavailable";

    JsonNode result = driver.perform("consulter-profil-ps", "{}");

    assertThat(result.path("statut").asText()).isEqualTo("echec");
    assertThat(result.path("vu").path("connecte").asBoolean()).isTrue();
  }

  @Test
  void endsTheSessionAtTheProviderAndHere() throws Exception {
    login();

    JsonNode result = driver.perform("deconnecter-ps", "{}");

    assertThat(result.path("statut").asText()).isEqualTo("fait");
    assertThat(result.path("vu").path("connecte").asBoolean()).isFalse();
    Map<String, String> asked = psc.seen("/logout").get(0).parameters();
    assertThat(asked.get("id_token_hint")).contains(".");
    assertThat(asked.get("post_logout_redirect_uri")).startsWith("http://127.0.0.1:");
    assertThat(driver.perform("consulter-profil-ps", "{}").path("statut").asText())
        .isEqualTo("refuse");
  }

  @Test
  void logsOutHereEvenWhenTheProviderIsDown() throws Exception {
    login();
    psc.close();

    JsonNode result = driver.perform("deconnecter-ps", "{}");

    assertThat(result.path("statut").asText()).isEqualTo("fait");
    assertThat(result.path("vu").path("messages").toString()).contains("fermez votre navigateur");
  }

  private JsonNode login() throws Exception {
    return driver.perform("authentifier-ps", "{}");
  }

  private void configure(String client) throws Exception {
    configure(client, "1");
  }

  private void configure(String client, String personDelay) throws Exception {
    driver.perform(
        "configurer",
        TestBench.psc(pki, psc, client)
            .replace("'delaiConnexion':'1'", "'delaiConnexion':'" + personDelay + "'"));
  }
}
