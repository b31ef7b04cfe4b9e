package fr.socle.psc.check;

import static fr.socle.psc.CibaOnPaper.correctRequest;
import static fr.socle.psc.CibaOnPaper.requestWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Headers;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.CibaOnPaper;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CibaChecksTest {
  private final PscOnPaper psc = new PscOnPaper();
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @Test
  void haveNothingToSayOfACorrectLogin() {
    String authReqId = ciba.ask();
    ciba.poll(authReqId);
    ciba.pollInTime(authReqId);
    ciba.answer("accepter");
    JsonNode tokens = PscOnPaper.json(ciba.pollInTime(authReqId));
    psc.userinfo(tokens.get("access_token").asText());

    assertThat(Verdicts.ofAll(psc)).isEmpty();
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void haveNothingToSayOfARequestWithoutChannel() {
    ciba.ask(requestWith("channel", null));

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "scope, scope_all, PSC-CIB-01",
        "scope, openid, PSC-CIB-02",
        "acr_values, -, PSC-CIB-03",
        "acr_values, eidas2, PSC-CIB-03",
        "login_hint, -, PSC-CIB-04",
        "id_token_hint, eyJ, PSC-CIB-04",
        "login_hint_token, eyJ, PSC-CIB-04",
        "login_hint, 99990000012, PSC-CIB-05",
        "login_hint, camille@cabinet.invalid, PSC-CIB-05",
        "channel, mobile, PSC-CIB-06",
        "client_notification_token, abcdef, PSC-CIB-07",
        "user_code, 1234, PSC-CIB-08",
        "binding_message, -, PSC-CIB-09",
        "binding_message, quarante deux, PSC-CIB-10",
        "binding_message, 7, PSC-CIB-11",
        "binding_message, AB12, PSC-CIB-11",
      })
  void findARequestBrokenInOneWay(String name, String value, String rule) {
    ciba.ask(requestWith(name, value));

    assertThat(Verdicts.ofLast(psc)).containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "99", "07"})
  void haveNothingToSayOfTwoDigits(String message) {
    ciba.ask(requestWith("binding_message", message));

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @Test
  void sayNothingOfParametersThatCannotBeRead() {
    ciba.ask(new LinkedHashMap<>(Map.of("request", "eyJ")));
    assertThat(Verdicts.ofLast(psc)).isEmpty();
    psc.back(
        "POST",
        PscOnPaper.CONNECT + "ext/ciba/auth",
        PscOnPaper.basic("lps-demo", psc.secret()).with("Content-Type", "application/json"),
        "{}");

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-01");
  }

  @Test
  void neverJudgeByAnAssumption() {
    ciba.ask(requestWith("binding_message", "4242"));

    assertThat(Verdicts.findings(psc.traffic().get(0)))
        .extracting(found -> found.rule().source())
        .containsExactly(RuleSource.SUPPOSE);
  }

  @Test
  void findAClientThatDoesNotAuthenticate() {
    Map<String, String> form = requestWith("client_id", "lps-demo");
    psc.post("ext/ciba/auth", form, Headers.none());

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-03");
  }

  @Test
  void findAnOldTlsAndTheHeaderOfABrowser() {
    psc.speak("TLSv1.1");
    psc.post(
        "ext/ciba/auth",
        correctRequest(),
        PscOnPaper.basic("lps-demo", psc.secret()).with("Origin", "https://lgc.exemple.invalid"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CAN-01", "PSC-CAN-05");
  }

  @Test
  void findAPollWithoutIdentifier() {
    psc.token(Map.of("grant_type", CibaOnPaper.GRANT));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CIB-12");
  }

  @Test
  void findAPollBeforeTheInterval() {
    String authReqId = ciba.ask();
    ciba.poll(authReqId);
    psc.clock.advance(Duration.ofSeconds(4));
    ciba.poll(authReqId);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CIB-13");
  }

  @Test
  void sayNothingOfTheIrregularityOfANetwork() {
    String authReqId = ciba.ask();
    ciba.poll(authReqId);
    psc.clock.advance(Duration.ofMillis(4500));
    ciba.poll(authReqId);

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @Test
  void judgeThePaceByTheClockOfTheWallWhenTheSpaceAges() {
    String authReqId = ciba.ask();
    ciba.poll(authReqId);
    psc.instance().age(Duration.ofMinutes(1));
    ciba.poll(authReqId);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CIB-13");
  }

  @Test
  void findAPollThatDoesNotSlowDown() {
    String authReqId = ciba.ask();
    psc.faults.arm("ciba-slow-down");
    ciba.poll(authReqId);
    psc.faults.disarm();
    ciba.pollInTime(authReqId);
    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CIB-14");

    psc.clock.advance(Duration.ofSeconds(10));
    ciba.poll(authReqId);
    assertThat(Verdicts.ofLast(psc)).isEmpty();

    ciba.pollInTime(authReqId);
    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CIB-14");
  }

  @Test
  void addUpTheSlowDowns() {
    String authReqId = ciba.ask();
    psc.faults.arm("ciba-slow-down");
    ciba.poll(authReqId);
    psc.clock.advance(Duration.ofSeconds(10));
    ciba.poll(authReqId);
    psc.faults.disarm();
    psc.clock.advance(Duration.ofSeconds(14));
    ciba.poll(authReqId);

    assertThat(Verdicts.findings(last()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.rule().id()).isEqualTo("PSC-CIB-14");
              assertThat(found.expected()).contains("15,0 s", "2 fois");
              assertThat(found.found()).isEqualTo("14,0 s");
            });
  }

  @Test
  void findATruncatedIdentifierAndSaySo() {
    String authReqId = ciba.ask();
    ciba.poll(authReqId.substring(0, 255));

    assertThat(Verdicts.findings(last()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.rule().id()).isEqualTo("PSC-CIB-15");
              assertThat(found.found()).isEqualTo("ses 255 premiers caractères");
            });
  }

  @Test
  void findAnIdentifierThatWasNeverGiven() {
    ciba.poll("inconnu");

    assertThat(Verdicts.findings(last()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.rule().id()).isEqualTo("PSC-CIB-15");
              assertThat(found.found()).contains("7 caractères qui n'a pas été remis");
            });
  }

  @Test
  void findTheRequestOfAnotherClient() {
    psc.control(
        "clients",
        new ClientRequest(
            "autre", "s", "client_secret_basic", null, List.of(PscOnPaper.REDIRECT), null, null));
    psc.post(
        "token",
        new LinkedHashMap<>(Map.of("grant_type", CibaOnPaper.GRANT, "auth_req_id", ciba.ask())),
        PscOnPaper.basic("autre", "s"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CIB-16");
  }

  @Test
  void findAPollLongAfterTheExpiry() {
    String authReqId = ciba.ask();
    psc.clock.advance(Duration.ofSeconds(124));
    ciba.poll(authReqId);
    assertThat(Verdicts.ofLast(psc)).isEmpty();
    psc.clock.advance(Duration.ofSeconds(7));
    ciba.poll(authReqId);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CIB-17");
  }

  @Test
  void sayNothingOfTheExpiryOfASpaceThatWasAged() {
    String authReqId = ciba.ask();
    psc.instance().age(Duration.ofSeconds(125));
    ciba.poll(authReqId);

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  private PscOnPaper.Recorded last() {
    return psc.traffic().get(psc.traffic().size() - 1);
  }
}
