package fr.socle.psc.protocol;

import static fr.socle.psc.CibaOnPaper.authReqId;
import static fr.socle.psc.CibaOnPaper.correctRequest;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.http.Served;
import fr.socle.psc.CibaOnPaper;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CibaFaultsTest {
  private final PscOnPaper psc = new PscOnPaper();
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @Test
  void lengthenTheIdentifier() {
    psc.faults.arm("ciba-identifiant-long");
    String authReqId = ciba.ask();
    psc.faults.disarm();
    ciba.answer("accepter");

    assertThat(authReqId).hasSizeBetween(2500, 2510);
    assertThat(json(ciba.poll(authReqId)).has("access_token")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 30})
  void changeTheInterval(int seconds) {
    psc.faults.arm("ciba-intervalle", Map.of("secondes", String.valueOf(seconds)));
    Served asked = ciba.ask(correctRequest());
    psc.faults.disarm();
    String authReqId = authReqId(asked);

    assertThat(json(asked).get("interval").asInt()).isEqualTo(seconds);
    ciba.poll(authReqId);
    psc.clock.advance(Duration.ofMillis(seconds * 1000L * 3 / 4));
    assertThat(error(ciba.poll(authReqId))).isEqualTo("slow_down");
    psc.clock.advance(Duration.ofMillis(seconds * 1000L / 4));
    assertThat(error(ciba.poll(authReqId))).isEqualTo("authorization_pending");
  }

  @Test
  void leaveTheIntervalOutWhichMeansFiveSeconds() {
    PscOnPaper slow = new PscOnPaper(Map.of("psc.ciba-interval-seconds", "20"));
    slow.faults.arm("ciba-sans-intervalle");
    Served asked = new CibaOnPaper(slow).ask(correctRequest());
    slow.faults.disarm();
    CibaOnPaper other = new CibaOnPaper(slow);

    assertThat(json(asked).has("interval")).isFalse();
    other.poll(authReqId(asked));
    assertThat(error(other.pollInTime(authReqId(asked)))).isEqualTo("authorization_pending");
  }

  @Test
  void cutTheChannel() {
    psc.faults.arm("ciba-canal-coupe");

    assertThat(ciba.ask(correctRequest()).answer().status()).isEqualTo(503);
  }

  @Test
  void slowAPunctualPollDown() {
    ciba.next("accepter");
    String authReqId = ciba.ask();
    psc.faults.arm("ciba-slow-down");
    assertThat(error(ciba.poll(authReqId))).isEqualTo("slow_down");
    psc.faults.disarm();

    assertThat(json(ciba.pollInTime(authReqId)).has("access_token")).isTrue();
  }

  @Test
  void letARequestExpireForGood() {
    ciba.next("accepter");
    String authReqId = ciba.ask();
    psc.faults.arm("ciba-expire");
    assertThat(error(ciba.poll(authReqId))).isEqualTo("expired_token");
    psc.faults.disarm();

    assertThat(error(ciba.pollInTime(authReqId))).isEqualTo("expired_token");
  }

  @Test
  void takeThePollsDownAndThenSucceed() {
    ciba.next("accepter");
    String authReqId = ciba.ask();
    psc.faults.arm("ciba-poll-5xx", Map.of("code", "502"));
    Served down = ciba.poll(authReqId);
    psc.faults.disarm();

    assertThat(down.answer().status()).isEqualTo(502);
    assertThat(down.answer().body()).isEmpty();
    assertThat(json(ciba.pollInTime(authReqId)).has("access_token")).isTrue();
  }

  @Test
  void disableTheUserBeforeHisTokensAreCollected() {
    ciba.next("accepter");
    String authReqId = ciba.ask();
    psc.faults.arm("ciba-utilisateur-desactive");

    assertThat(json(ciba.poll(authReqId)).get("error_description").asText())
        .isEqualTo("User disabled");
  }

  @Test
  void giveTheTokensOfSomebodyElse() {
    psc.faults.arm("ciba-autre-personne", Map.of("identifiant", People.NURSE));
    JsonNode chosen = ciba.login();
    psc.faults.arm("ciba-autre-personne");
    JsonNode any = ciba.login();
    psc.faults.disarm();

    assertThat(subject(chosen)).isEqualTo(People.NURSE);
    assertThat(subject(any)).isNotEqualTo(People.DOCTOR);
    assertThat(
            json(psc.userinfo(chosen.get("access_token").asText())).get("SubjectNameID").asText())
        .isEqualTo(People.NURSE);
  }

  @Test
  void spoilTheIdTokenOfALoginWithoutBrowserToo() {
    psc.faults.arm("aud-faux");
    assertThat(claims(ciba.login().get("id_token").asText()).get("aud").asText())
        .isEqualTo("un-autre-client");
  }

  @Test
  void haveNoNonceToSpoil() {
    psc.faults.arm("nonce-faux");
    JsonNode tokens = ciba.login();

    assertThat(claims(tokens.get("id_token").asText()).has("nonce")).isFalse();
    assertThat(psc.faults.struck()).isEmpty();
  }

  @Test
  void areRefusedWithANumberThatIsNone() {
    psc.faults.arm("ciba-intervalle", Map.of("secondes", "bientôt"));

    assertThatThrownBy(() -> ciba.ask(correctRequest()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ciba-intervalle")
        .hasMessageContaining("bientôt");
  }

  private static String error(Served served) {
    return json(served).get("error").asText();
  }

  private static String subject(JsonNode tokens) {
    return claims(tokens.get("id_token").asText()).get("SubjectNameID").asText();
  }
}
