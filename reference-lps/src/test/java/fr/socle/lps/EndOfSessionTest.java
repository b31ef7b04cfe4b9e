package fr.socle.lps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.lps.banc.FakePsc;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a session ends otherwise than by a click: notices, inactivity, time. */
class EndOfSessionTest {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  @TempDir private static Path directory;
  private static TestPki pki;
  private static RSAKey key;

  private FakePsc psc;
  private ReferenceLps lps;
  private Driver driver;
  private String address;

  @BeforeAll
  static void makeKeys() throws Exception {
    pki = new TestPki(directory);
    key = FakePsc.key("cle-1");
  }

  @BeforeEach
  void logIn() throws Exception {
    psc = new FakePsc(pki.server(), key);
    psc.claims = claims -> claims.put("sid", "session-1");
    lps = ReferenceLps.builder().patience(Duration.ofSeconds(5)).start();
    driver = new Driver(lps.url());
    address =
        driver
            .perform("configurer", TestBench.psc(pki, psc, TestBench.secretClient()))
            .at("/vu/adresseDeconnexion")
            .asText();
    assertThat(connected(driver.perform("authentifier-ps", "{}"))).isTrue();
    psc.seen.clear();
  }

  @AfterEach
  void stop() {
    lps.close();
    psc.close();
  }

  @Test
  void closesTheSessionThatAGoodNoticeNames() throws Exception {
    assertThat(send(FakePsc.sign(notice(), key))).isEqualTo(200);

    JsonNode result = driver.perform("consulter-profil-ps", "{}");

    assertThat(connected(result)).isFalse();
    assertThat(result.path("message").asText()).contains("reconnectez-vous");
    assertThat(psc.seen("/userinfo")).isEmpty();
  }

  @Test
  void keepsASessionThatAGoodNoticeDoesNotName() throws Exception {
    Map<String, Object> notice = notice();
    notice.put("sid", "session-0");

    assertThat(send(FakePsc.sign(notice, key))).isEqualTo(200);

    assertThat(connected(driver.perform("consulter-profil-ps", "{}"))).isTrue();
  }

  // OpenID Connect Back-Channel Logout 1.0, 2.4: without sid, all the sessions of the person
  @Test
  void closesTheSessionOfThePersonThatANoticeWithoutSessionNames() throws Exception {
    Map<String, Object> notice = notice();
    notice.remove("sid");

    assertThat(send(FakePsc.sign(notice, key))).isEqualTo(200);

    assertThat(connected(driver.perform("consulter-profil-ps", "{}"))).isFalse();
  }

  static Stream<Named<Consumer<Map<String, Object>>>> wrongs() {
    return Stream.of(
        Named.of("another issuer", notice -> notice.put("iss", "https://autre")),
        Named.of("another audience", notice -> notice.put("aud", "autre")),
        Named.of("no event", notice -> notice.remove("events")),
        Named.of("a nonce", notice -> notice.put("nonce", "n")),
        Named.of("no identifier", notice -> notice.remove("jti")),
        Named.of("expired", notice -> notice.put("exp", 1_000)),
        Named.of(
            "nobody named",
            notice -> {
              notice.remove("sid");
              notice.remove("sub");
            }));
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void keepsTheSessionWhenANoticeIsWrong(Consumer<Map<String, Object>> bend) throws Exception {
    Map<String, Object> notice = notice();
    bend.accept(notice);

    assertThat(send(FakePsc.sign(notice, key))).isEqualTo(400);

    assertThat(connected(driver.perform("consulter-profil-ps", "{}"))).isTrue();
  }

  @Test
  void keepsTheSessionWhenANoticeIsSignedByAnother() throws Exception {
    RSAKey forged = new RSAKey.Builder(FakePsc.key("autre")).keyID("cle-1").build();

    assertThat(send(FakePsc.sign(notice(), forged))).isEqualTo(400);
    assertThat(send("n'importe quoi")).isEqualTo(400);

    assertThat(connected(driver.perform("consulter-profil-ps", "{}"))).isTrue();
  }

  @Test
  void refusesANoticeThatServedBefore() throws Exception {
    String token = FakePsc.sign(notice(), key);

    assertThat(send(token)).isEqualTo(200);
    assertThat(send(token)).isEqualTo(400);
  }

  @Test
  void closesAnIdleSessionHereAndNotAtTheProvider() throws Exception {
    JsonNode result = driver.perform("laisser-inactif", "{}");

    assertThat(connected(result)).isFalse();
    assertThat(result.at("/vu/messages").toString()).contains("30 minutes d'inactivité");
    driver.perform("consulter-profil-ps", "{}");
    assertThat(psc.seen).isEmpty();
  }

  @Test
  void keepsTheRefreshTokenThatReplacesTheFormerOne() throws Exception {
    psc.tokens = answer -> answer.put("expires_in", 0);
    driver.perform("authentifier-ps", "{}");
    psc.seen.clear();

    driver.perform("consulter-profil-ps", "{}");
    driver.perform("consulter-profil-ps", "{}");

    assertThat(psc.seen("/token"))
        .extracting(request -> request.parameters().get("refresh_token"))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  private Map<String, Object> notice() {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> notice = new HashMap<>();
    notice.put("iss", psc.issuer());
    notice.put("aud", FakePsc.CLIENT);
    notice.put("iat", now);
    notice.put("exp", now + 120);
    notice.put("jti", UUID.randomUUID().toString());
    notice.put("sub", FakePsc.SUBJECT);
    notice.put("sid", "session-1");
    notice.put("events", Map.of(EVENT, Map.of()));
    return notice;
  }

  private int send(String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "logout_token=" + URLEncoder.encode(token, UTF_8)))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static boolean connected(JsonNode result) {
    return result.at("/vu/connecte").asBoolean();
  }
}
