package fr.socle.psc.check;

import static fr.socle.psc.CibaOnPaper.requestWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.psc.CibaOnPaper;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CibaSequenceChecksTest {
  private final PscOnPaper psc = new PscOnPaper();
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @Test
  void findAnIdentifierUsedAgain() {
    ciba.next("accepter");
    String authReqId = ciba.ask();
    userinfo(PscOnPaper.json(ciba.poll(authReqId)));
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
    ciba.pollInTime(authReqId);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-CIB-18");
  }

  @Test
  void sayNothingOfAnIdentifierUsedAgainAfterAFault() {
    ciba.next("accepter");
    String authReqId = ciba.ask();
    psc.faults.arm("acr-absent");
    ciba.poll(authReqId);
    psc.faults.disarm();
    ciba.pollInTime(authReqId);

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuser", "autre-numero"})
  void findAPollAfterARefusal(String behaviour) {
    ciba.next(behaviour);
    String authReqId = ciba.ask();
    ciba.poll(authReqId);
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
    ciba.pollInTime(authReqId);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-CIB-19");
  }

  @Test
  void findAPollAfterTheRequestExpired() {
    String authReqId = ciba.ask();
    psc.faults.arm("ciba-expire");
    ciba.poll(authReqId);
    psc.faults.disarm();
    ciba.pollInTime(authReqId);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-CIB-19");
  }

  @Test
  void findAPollAfterTheRequestWasForgotten() {
    String authReqId = ciba.ask();
    psc.instance().age(Duration.ofSeconds(200));
    ciba.poll(authReqId);
    ciba.pollInTime(authReqId);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-CIB-19");
  }

  @Test
  void sayNothingOfAPollAfterAnOutage() {
    ciba.next("accepter");
    String authReqId = ciba.ask();
    psc.faults.arm("ciba-poll-5xx");
    ciba.poll(authReqId);
    psc.faults.disarm();
    userinfo(PscOnPaper.json(ciba.pollInTime(authReqId)));

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findARequestRepeatedWhileTheFirstWaits() {
    String first = ciba.ask();
    ciba.poll(first);
    ciba.ask();

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-CIB-20");
  }

  @Test
  void sayNothingOfARequestForSomebodyElse() {
    ciba.ask();
    ciba.ask(requestWith("login_hint", People.NURSE));

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void sayNothingOfARequestAfterTheFirstEnded() {
    ciba.next("refuser");
    ciba.poll(ciba.ask());
    String second = ciba.ask();
    psc.instance().age(Duration.ofMinutes(2));
    ciba.poll(second);
    ciba.ask();
    psc.clock.advance(Duration.ofMinutes(2));
    ciba.ask(requestWith("binding_message", "17"));

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findTheUseOfTheTokensOfSomebodyElse() {
    JsonNode tokens = stranger();
    userinfo(tokens);
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
    psc.refresh(tokens.get("refresh_token").asText());

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-CIB-21");
  }

  @Test
  void findThatUserinfoIsCalledOnAndOnForSomebodyElse() {
    JsonNode tokens = stranger();
    userinfo(tokens);
    userinfo(tokens);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-CIB-21");
  }

  @Test
  void sayNothingWhenTheTokensOfSomebodyElseAreDropped() {
    stranger();

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findANumberThatIsNeverDrawn() {
    ciba.next("refuser");
    for (int i = 0; i < 3; i++) {
      ciba.poll(ciba.ask());
    }
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
    ciba.poll(ciba.ask());

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-CIB-22");
  }

  @Test
  void sayNothingOfNumbersThatChange() {
    ciba.next("refuser");
    for (String number : new String[] {"12", "12", "12", "87"}) {
      ciba.poll(CibaOnPaper.authReqId(ciba.ask(requestWith("binding_message", number))));
    }

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findThatABadIdTokenIsNotRejected() {
    psc.faults.arm("signature-fausse");
    JsonNode tokens = ciba.login();
    psc.faults.disarm();
    userinfo(tokens);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-10");
  }

  private JsonNode stranger() {
    psc.faults.arm("ciba-autre-personne", Map.of("identifiant", People.NURSE));
    JsonNode tokens = ciba.login();
    psc.faults.disarm();
    return tokens;
  }

  private void userinfo(JsonNode tokens) {
    psc.userinfo(tokens.get("access_token").asText());
  }
}
