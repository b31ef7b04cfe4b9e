package fr.socle.essais;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PscState.PhoneRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * openid-client of npm logs in without browser: it asks, waits as told, and asks for the result.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenidClientCibaTest {
  private SocleProcess socle;
  private SpaceDescriptor space;
  private RelyingPartyProcess service;
  private LoginWindow window;

  @BeforeAll
  void startAll(@TempDir Path folder) throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    space =
        socle
            .client()
            .createSpace(
                new SpaceRequest("téléphone", null, Map.of("psc.ciba-interval-seconds", "1")));
    service =
        OpenidClient.install(folder.resolve("node"))
            .checkingSignatures(space, RelyingPartyContract.benchJson(space, folder), folder);
  }

  @AfterAll
  void stopAll() {
    if (service != null) {
      service.close();
    }
    if (socle != null) {
      socle.close();
    }
  }

  @BeforeEach
  void openWindow() {
    window = LoginWindow.open(socle.client(), space, "openid-client, CIBA");
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void logsAProfessionalInWhenHisPhoneAnswers() throws Exception {
    window.onPhone("accepter", 2);

    RelyingPartyContract.assertOpen(byPhone(), window);

    PhoneRequest request = window.lastAsked();
    assertThat(request.bindingMessage()).matches("[0-9]{2}");
    assertThat(request.status()).isEqualTo("servie");
    assertThat(request.polls()).as("pending at least once").isGreaterThan(1);
    assertThat(request.slowDowns()).isZero();
    assertThat(window.brokenRules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "refuser, access_denied",
    "autre-numero, access_denied",
    "eteint, unexpected HTTP response status code",
  })
  void saysWhyThePhoneGaveNothing(String behaviour, String words) throws Exception {
    window.onPhone(behaviour, null);

    RelyingPartyContract.assertRefused(byPhone(), words);

    assertThat(window.brokenRules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ciba-expire, expired_token",
    "ciba-utilisateur-desactive, invalid_grant",
    "ciba-poll-5xx, unexpected HTTP response status code",
    "signature-fausse, JWT signature verification failed",
    "iss-faux, unexpected JWT \"iss\" (issuer) claim value",
    "aud-faux, unexpected JWT \"aud\" (audience) claim value",
  })
  void refusesTheLoginAndSaysWhy(String fault, String words) throws Exception {
    window.onPhone("accepter", null);
    window.arm(fault, Map.of());

    RelyingPartyContract.assertRefused(byPhone(), words);

    assertThat(window.struck(fault)).isTrue();
    assertThat(window.brokenRules()).isEmpty();
  }

  @Test
  void waitsFiveSecondsMoreWhenToldToSlowDown() throws Exception {
    window.onPhone("accepter", null);
    window.armOnce("ciba-slow-down");

    RelyingPartyContract.assertOpen(byPhone(), window);

    assertThat(gaps()).last(as(LONG)).isGreaterThanOrEqualTo(6);
    assertThat(window.brokenRules()).isEmpty();
  }

  @Test
  void waitsFiveSecondsWhenNoIntervalIsGiven() throws Exception {
    window.onPhone("accepter", null);
    window.arm("ciba-sans-intervalle", Map.of());

    RelyingPartyContract.assertOpen(byPhone(), window);

    assertThat(gaps()).first(as(LONG)).isGreaterThanOrEqualTo(5);
    assertThat(window.brokenRules()).isEmpty();
  }

  @Test
  void doesNotNoticeThatSomebodyElseLoggedIn() throws Exception {
    window.onPhone("accepter", null);
    window.arm("ciba-autre-personne", Map.of());
    Browser browser = new Browser(Path.of(space.caFile()));

    assertThat(byPhone(browser).body())
        .startsWith("dossier ouvert")
        .doesNotContain(window.doctor().nationalId());
    assertThat(browser.get(service.page("rafraichir")).body()).contains("\"renewed\":true");

    assertThat(window.brokenRules()).containsExactly("PSC-CIB-21");
  }

  private HttpResponse<String> byPhone() throws IOException, InterruptedException {
    return byPhone(new Browser(Path.of(space.caFile())));
  }

  private HttpResponse<String> byPhone(Browser browser) throws IOException, InterruptedException {
    return browser.get(service.page("telephone?qui=" + window.doctor().nationalId()));
  }

  /** Whole seconds from the request to the first poll, and from each poll to the next. */
  private List<Long> gaps() {
    List<Exchange> calls =
        window.exchanges().stream()
            .filter(e -> List.of("PSC ciba", "PSC token").contains(e.transaction()))
            .toList();
    return IntStream.range(1, calls.size())
        .mapToObj(i -> Duration.between(calls.get(i - 1).startedAt(), calls.get(i).startedAt()))
        .map(Duration::toSeconds)
        .toList();
  }
}
