package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.lps.banc.FakePsc;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import fr.socle.lps.banc.TestTime;
import fr.socle.lps.psc.ciba.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneLoginTest {

  private static final String ASK = "demander-connexion-ps";
  private static final String FINISH = "terminer-connexion-ps";
  private static final String DOCTOR = "{'identifiantNational':'899990000012'}";

  @TempDir private static Path directory;
  private static TestPki pki;
  private static RSAKey key;

  private final TestTime time = new TestTime();
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
    psc.clock = time;
    start(time);
  }

  private void start(Pause pause) throws Exception {
    lps = ReferenceLps.builder().patience(Duration.ofSeconds(5)).clock(time).pause(pause).start();
    driver = new Driver(lps.url());
    driver.perform("configurer", TestBench.psc(pki, psc, TestBench.secretClient()));
  }

  @AfterEach
  void stop() {
    lps.close();
    psc.close();
  }

  @Test
  void showsTheTwoDigitsItSendsAndSaysWhoIsToAnswerWithWhat() throws Exception {
    JsonNode shown = driver.perform(ASK, "{'identifiantNational':'899990000012','moyen':'carte'}");

    FakePsc.Seen sent = psc.seen("/ciba").get(0);
    assertThat(sent.parameters())
        .containsEntry("scope", "openid scope_all")
        .containsEntry("acr_values", "eidas1")
        .containsEntry("login_hint", "899990000012")
        .containsEntry("channel", "CARD")
        .hasSize(5);
    assertThat(sent.authorization()).startsWith("Basic ");
    assertThat(sent.parameters().get("binding_message"))
        .matches("[0-9]{2}")
        .isEqualTo(shown.path("vu").path("nombre").asText());
  }

  @Test
  void logsInOnceTheUserHasAnsweredAtThePaceOfTheProvider() throws Exception {
    answers("authorization_pending", "authorization_pending");

    JsonNode result = logIn();

    assertThat(result.path("statut").asText()).isEqualTo("fait");
    assertThat(result.path("vu").path("connecte").asBoolean()).isTrue();
    assertThat(result.path("vu").path("activites")).hasSize(2);
    assertThat(time.waitsSoFar()).containsExactly(5.0, 5.0, 5.0);
    assertThat(psc.seen("/userinfo")).hasSize(1);
    assertThat(psc.seen("/portail")).isEmpty();
  }

  @Test
  void waitsFiveSecondsMoreFromEachSlowDownOn() throws Exception {
    answers("slow_down", "authorization_pending", "slow_down");

    assertThat(logIn().path("statut").asText()).isEqualTo("fait");

    assertThat(time.waitsSoFar()).containsExactly(5.0, 10.0, 10.0, 15.0);
  }

  @Test
  void leavesAProviderThatIsOutOfOrderAloneTwiceAsLongEachTime() throws Exception {
    answers("503", "500", "authorization_pending");

    assertThat(logIn().path("statut").asText()).isEqualTo("fait");

    assertThat(time.waitsSoFar()).containsExactly(5.0, 10.0, 20.0, 5.0);
    assertThat(psc.seen("/ciba")).hasSize(1);
  }

  @Test
  void keepsALongIdentifierWhole() throws Exception {
    String id = "eyJ".repeat(1500);
    psc.demand = answer -> answer.put("auth_req_id", id);

    logIn();

    assertThat(psc.seen("/token").get(0).parameters()).containsEntry("auth_req_id", id);
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, refusée sur votre téléphone",
    "expired_token, trop longtemps sans réponse",
    "invalid_grant, invalid_grant"
  })
  void stopsAtAFinalAnswerAndSaysWhy(String error, String told) throws Exception {
    answers(error, error, error);

    JsonNode result = logIn();

    assertThat(result.path("statut").asText()).isEqualTo("echec");
    assertThat(result.path("vu").path("connecte").asBoolean()).isFalse();
    assertThat(result.path("message").asText()).contains(told);
    assertThat(psc.seen("/token")).hasSize(1);
  }

  @Test
  void stopsAtTheAnnouncedExpiryWithoutAskingAnyMore() throws Exception {
    psc.demand = answer -> answer.put("expires_in", 12);
    psc.poll = () -> "authorization_pending";

    JsonNode result = logIn();

    assertThat(result.path("message").asText()).contains("trop longtemps sans réponse");
    assertThat(time.waitsSoFar()).containsExactly(5.0, 5.0, 2.0);
    assertThat(psc.seen("/token")).hasSize(2);
  }

  @Test
  void refusesSomebodyElseThanWhoWasAskedForBeforeUsingHisTokens() throws Exception {
    psc.claims = claims -> claims.put("SubjectNameID", "899990000020");

    JsonNode result = logIn();

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(result.path("message").asText()).contains("une autre personne");
    assertThat(psc.seen("/userinfo")).isEmpty();
    assertThat(driver.perform("consulter-profil-ps", "{}").path("statut").asText())
        .isEqualTo("refuse");
  }

  @Test
  void refusesTheProfessionalDataOfSomebodyElse() throws Exception {
    psc.userinfo.put("SubjectNameID", "899990000020");

    assertThat(logIn().path("statut").asText()).isEqualTo("refuse");
  }

  @Test
  void refusesAnIdentityTokenThatIsNotValid() throws Exception {
    psc.claims = claims -> claims.put("iss", "https://ailleurs");

    assertThat(logIn().path("statut").asText()).isEqualTo("refuse");
  }

  @Test
  void makesADemandThatFailsOnceOnlyAndSaysWhy() throws Exception {
    psc.demandStatus = 503;
    JsonNode down = driver.perform(ASK, DOCTOR);
    psc.demandStatus = 400;
    JsonNode unknown = driver.perform(ASK, DOCTOR);

    assertThat(down.path("statut").asText()).isEqualTo("echec");
    assertThat(down.path("message").asText()).contains("ne peut pas être joint");
    assertThat(down.path("vu").has("nombre")).isFalse();
    assertThat(unknown.path("message").asText()).contains("invalid_request");
    assertThat(psc.seen("/ciba")).hasSize(2);
  }

  @Test
  void saysSoWhenTheAnswerCannotBeUsed() throws Exception {
    psc.demand = Map::clear;

    assertThat(driver.perform(ASK, DOCTOR).path("message").asText()).contains("inutilisable");
  }

  @Test
  void doesNotAskTwiceWhileTheFirstDemandWaits() throws Exception {
    lps.close();
    CountDownLatch answered = new CountDownLatch(1);
    start(instant -> answered.await());

    driver.perform(ASK, DOCTOR);
    JsonNode again = driver.perform(ASK, DOCTOR);
    answered.countDown();

    assertThat(again.path("statut").asText()).isEqualTo("refuse");
    assertThat(psc.seen("/ciba")).hasSize(1);
    assertThat(driver.perform(FINISH, "{}").path("statut").asText()).isEqualTo("fait");
  }

  @Test
  void givesUpTheDemandThatWaitsWhenItStartsAfresh() throws Exception {
    lps.close();
    start(instant -> new CountDownLatch(1).await());
    driver.perform(ASK, DOCTOR);

    driver.perform("reinitialiser", "{}");

    assertThat(driver.perform(FINISH, "{}").path("statut").asText()).isEqualTo("refuse");
    assertThat(psc.seen("/token")).isEmpty();
  }

  @Test
  void endsTheSessionAtTheProviderWithoutBrowser() throws Exception {
    logIn();

    JsonNode result = driver.perform("deconnecter-ps", "{}");

    assertThat(result.path("vu").path("messages")).hasSize(1);
    assertThat(psc.seen("/logout")).hasSize(1);
    assertThat(psc.seen("/logout").get(0).parameters()).containsOnlyKeys("id_token_hint");
  }

  @Test
  void prolongsTheSession() throws Exception {
    psc.tokens = answer -> answer.put("expires_in", 0);
    logIn();

    assertThat(driver.perform("consulter-profil-ps", "{}").path("statut").asText())
        .isEqualTo("fait");
    List<FakePsc.Seen> tokens = psc.seen("/token");
    assertThat(tokens.get(tokens.size() - 1).parameters())
        .containsEntry("grant_type", "refresh_token");
  }

  @Test
  void knowsTwoMeansOnly() throws Exception {
    assertThat(
            driver
                .post(ASK, "{'identifiantNational':'899990000012','moyen':'pigeon'}")
                .statusCode())
        .isEqualTo(400);
    assertThat(driver.post(ASK, "{}").statusCode()).isEqualTo(400);
  }

  private void answers(String... errors) {
    Deque<String> script = new ArrayDeque<>(List.of(errors));
    psc.poll = () -> script.isEmpty() ? "" : script.remove();
  }

  private JsonNode logIn() throws Exception {
    driver.perform(ASK, DOCTOR);
    return driver.perform(FINISH, "{}");
  }
}
