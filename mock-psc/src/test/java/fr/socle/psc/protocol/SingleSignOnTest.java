package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.correctRequest;
import static fr.socle.psc.PscOnPaper.json;
import static fr.socle.psc.PscOnPaper.requestWith;
import static fr.socle.psc.PscOnPaper.returned;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.PscState;
import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SingleSignOnTest {
  private final PscOnPaper psc = new PscOnPaper();
  private String session;

  @BeforeEach
  void login() {
    String ticket = LoginPageTest.ticket(psc.authorize(correctRequest()));
    Served served = psc.submit(Map.of("ticket", ticket, "personne", People.DOCTOR));
    session = returned(served).get("session_state");
    assertThat(served.answer().headers().first("Set-Cookie").orElseThrow())
        .startsWith("PSC_SESSION_e1=")
        .contains("Secure", "HttpOnly");
  }

  @Test
  void givesACodeOfTheSameSessionWithoutLogin() {
    assertThat(returned(psc.authorize(correctRequest())))
        .containsEntry("session_state", session)
        .containsKey("code");
    assertThat(returned(psc.authorize(requestWith("prompt", "none")))).containsKey("code");
  }

  @Test
  void asksForALoginWhenTheRequestWantsOne() {
    assertThat(psc.authorize(requestWith("prompt", "login")).answer().status()).isEqualTo(200);
  }

  @Test
  void asksForALoginWhenTheLastOneIsOlderThanMaxAge() {
    psc.clock.advance(Duration.ofSeconds(10));

    assertThat(returned(psc.authorize(requestWith("max_age", "60")))).containsKey("code");
    assertThat(psc.authorize(requestWith("max_age", "5")).answer().status()).isEqualTo(200);
  }

  @Test
  void letsOnlyThePersonOfTheIdTokenHintIn() {
    String code = returned(psc.authorize(correctRequest())).get("code");
    Map<String, String> request =
        requestWith("id_token_hint", json(psc.exchange(code)).get("id_token").asText());
    request.put("prompt", "none");
    assertThat(returned(psc.authorize(request))).containsKey("code");

    psc.forgetCookies();
    request.remove("prompt");
    assertThat(psc.login(People.NURSE, request)).containsEntry("error", "login_required");
    psc.login(People.NURSE, correctRequest());
    request.put("prompt", "none");
    assertThat(returned(psc.authorize(request))).containsEntry("error", "login_required");
  }

  @Test
  void asksForALoginInAnotherBrowser() {
    psc.forgetCookies();

    assertThat(psc.authorize(correctRequest()).answer().status()).isEqualTo(200);
  }

  @Test
  void endsAfterThirtyMinutesWithoutActivity() {
    psc.clock.advance(Duration.ofMinutes(29));
    assertThat(returned(psc.authorize(correctRequest()))).containsKey("code");
    psc.clock.advance(Duration.ofMinutes(30));

    assertThat(psc.authorize(correctRequest()).answer().status()).isEqualTo(200);
  }

  @Test
  void endsAfterFourHoursWhateverTheActivity() {
    for (int quarter = 0; quarter < 15; quarter++) {
      psc.clock.advance(Duration.ofMinutes(15));
      assertThat(returned(psc.authorize(correctRequest()))).containsKey("code");
    }
    psc.clock.advance(Duration.ofMinutes(15));

    assertThat(psc.authorize(correctRequest()).answer().status()).isEqualTo(200);
  }

  @Test
  void endsWhenTheSpaceIsAged() {
    psc.instance().age(Duration.ofMinutes(31));

    assertThat(psc.authorize(correctRequest()).answer().status()).isEqualTo(200);
    PscState state = psc.state();
    assertThat(state.sessions()).hasSize(1);
    assertThat(state.sessions().get(0).active()).isFalse();
    assertThat(state.sessions().get(0).startedAt())
        .isEqualTo(psc.clock.instant().minus(Duration.ofMinutes(31)));
  }

  @Test
  void isForgottenByAReset() {
    psc.instance().reset();

    assertThat(psc.authorize(correctRequest()).answer().status()).isEqualTo(200);
    PscState state = psc.state();
    assertThat(state.sessions()).isEmpty();
    assertThat(state.clients()).containsExactly("lps-demo");
  }

  @Test
  void isShownByTheState() {
    PscState state = psc.state();

    assertThat(state.sessions())
        .containsExactly(
            new PscState.Session(
                session, People.DOCTOR, List.of("lps-demo"), psc.clock.instant(), true));
  }
}
