package fr.socle.psc.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.SessionEnd;
import fr.socle.bench.http.Headers;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import fr.socle.psc.ToldParty;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutNoticeChecksTest {
  private final PscOnPaper psc = new PscOnPaper();
  private ToldParty party;

  @BeforeEach
  void declare() throws Exception {
    party = new ToldParty();
    psc.control("clients", party.client("lps-demo", psc.secret(), Map.of()));
  }

  @AfterEach
  void close() {
    party.close();
  }

  @Test
  void findNothingWhenAGoodTokenIsAccepted() {
    logout();

    assertThat(Verdicts.ofLast(psc)).isEmpty();
    assertThat(dec04()).isFalse();
  }

  @Test
  void findAGoodTokenThatIsRefused() {
    party.answer(400);
    logout();

    assertThat(dec04()).isTrue();
  }

  @Test
  void findNothingWhenATokenOfAnotherHourIsRefused() {
    psc.faults.arm("horloge-decalee", Map.of("secondes", "-3600"));
    party.answer(400);
    logout();

    assertThat(dec04()).isFalse();
  }

  @Test
  void findNothingWhenTheKeysCouldNotBeReadToVerifyTheToken() {
    psc.faults.arm("rotation-cles", Map.of("ancienne", "retiree"));
    psc.faults.arm("jwks-indisponible");
    party.answer(400);
    JsonNode tokens = psc.tokens();
    psc.back("GET", PscOnPaper.CONNECT + "certs", Headers.none(), "");
    psc.faults.disarm();
    psc.post("logout", Map.of("id_token_hint", tokens.get("id_token").asText()), Headers.none());

    assertThat(dec04()).isFalse();
  }

  @Test
  void findNothingWhenAStubStoodInForTheKeySet() {
    party.answer(400);
    logout();
    psc.stubbed("PSC jwks");

    assertThat(dec04()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deconnexion-signature-fausse",
        "deconnexion-avec-nonce",
        "deconnexion-iss-faux",
        "deconnexion-aud-faux",
        "deconnexion-sans-evenement",
        "deconnexion-sans-session"
      })
  void findASpoiltTokenThatIsAccepted(String fault) {
    psc.faults.arm(fault);
    logout();

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-DEC-05");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deconnexion-signature-fausse",
        "deconnexion-avec-nonce",
        "deconnexion-iss-faux",
        "deconnexion-aud-faux",
        "deconnexion-sans-evenement",
        "deconnexion-sans-session"
      })
  void findNothingWhenASpoiltTokenIsRefused(String fault) {
    psc.faults.arm(fault);
    party.answer(400);
    logout();

    assertThat(Verdicts.ofLast(psc)).isEmpty();
    assertThat(dec04()).isFalse();
  }

  // Back-Channel Logout 1.0, 2.6: remembering jti is optional, both answers are right
  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void judgeNothingWhenATokenComesTwice(int status) {
    psc.faults.arm("deconnexion-double");
    party.answer(status);
    logout();

    assertThat(Verdicts.ofLast(psc)).isEmpty();
    assertThat(dec04()).isFalse();
  }

  @Test
  void findATokenUsedAfterTheEndOfItsSessionWasAcknowledged() {
    JsonNode tokens = psc.tokens();
    end();
    psc.clock.advance(Duration.ofSeconds(2));

    psc.userinfo(tokens.get("access_token").asText());
    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-JET-02");
    psc.refresh(tokens.get("refresh_token").asText());
    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-JET-02");
  }

  // Back-Channel Logout 1.0, 2.7: such tokens outlive the session
  @Test
  void judgeNothingOfTokensThatWereAskedForOffline() {
    String code =
        psc.login(People.DOCTOR, PscOnPaper.requestWith("scope", "openid scope_all offline_access"))
            .get("code");
    JsonNode tokens = PscOnPaper.json(psc.exchange(code));
    end();
    psc.clock.advance(Duration.ofSeconds(2));

    psc.userinfo(tokens.get("access_token").asText());
    assertThat(Verdicts.ofLast(psc)).doesNotContain("PSC-JET-02");
    psc.refresh(tokens.get("refresh_token").asText());
    assertThat(Verdicts.ofLast(psc)).doesNotContain("PSC-JET-02");
  }

  @Test
  void doNotBlameACallThatWasUnderWay() {
    JsonNode tokens = psc.tokens();
    end();

    psc.userinfo(tokens.get("access_token").asText());

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @Test
  void doNotBlameAClientThatWasNotTold() {
    party.close();
    JsonNode tokens = psc.tokens();
    end();
    psc.clock.advance(Duration.ofSeconds(2));

    psc.userinfo(tokens.get("access_token").asText());

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  private boolean dec04() {
    return Verdicts.ofWindow(psc).contains("PSC-DEC-04");
  }

  private void end() {
    psc.control("end-session", new SessionEnd(People.DOCTOR, null));
    Awaitility.await().until(() -> !psc.state().logouts().get(0).status().equals("en-cours"));
  }

  private void logout() {
    psc.post(
        "logout", Map.of("id_token_hint", psc.tokens().get("id_token").asText()), Headers.none());
  }
}
