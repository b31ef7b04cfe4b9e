package fr.socle.psc.protocol;

import static fr.socle.psc.CibaOnPaper.requestWith;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.CibaOnPaper;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CibaPollTest {
  private final PscOnPaper psc = new PscOnPaper();
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @Test
  void isToldToWaitThenGetsTheTokensOfASessionOfItsOwn() {
    String authReqId = ciba.ask();
    assertRefused(
        ciba.poll(authReqId),
        "authorization_pending",
        "The authorization request is still pending as the end-user hasn't yet been"
            + " authenticated.");
    ciba.answer("accepter");
    assertThat(ciba.request().status()).isEqualTo("acceptee");

    JsonNode tokens = json(ciba.pollInTime(authReqId));

    assertThat(tokens.get("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.get("expires_in").asInt()).isEqualTo(120);
    assertThat(tokens.get("scope").asText()).isEqualTo("openid profile scope_all identity");
    assertThat(tokens.has("refresh_token")).isTrue();
    JsonNode id = claims(text(tokens, "id_token"));
    assertThat(id.has("nonce")).isFalse();
    assertThat(id.has("urn:openid:params:jwt:claim:auth_req_id")).isFalse();
    assertThat(id.get("SubjectNameID").asText()).isEqualTo(People.DOCTOR);
    assertThat(id.get("aud").asText()).isEqualTo("lps-demo");
    assertThat(claims(text(tokens, "access_token")).get("nonce").asText()).isEmpty();
    assertThat(ciba.request().status()).isEqualTo("servie");
    assertThat(ciba.request().polls()).isEqualTo(2);
    assertThat(psc.state().sessions()).hasSize(1).allMatch(session -> session.active());
  }

  @Test
  void getsTokensThatServeLikeAnyOthers() {
    JsonNode tokens = ciba.login();

    assertThat(json(psc.userinfo(text(tokens, "access_token"))).get("SubjectNameID").asText())
        .isEqualTo(People.DOCTOR);
    JsonNode renewed = json(psc.refresh(text(tokens, "refresh_token")));
    assertThat(text(renewed, "session_state")).isEqualTo(text(tokens, "session_state"));
    assertThat(
            psc.post(
                    "logout",
                    Map.of("id_token_hint", text(tokens, "id_token")),
                    fr.socle.bench.http.Headers.none())
                .answer()
                .status())
        .isEqualTo(200);
    assertThat(psc.userinfo(text(renewed, "access_token")).answer().status()).isEqualTo(401);
  }

  @Test
  void opensNoSessionInABrowser() {
    ciba.login();

    Served page = psc.authorize(PscOnPaper.correctRequest());

    assertThat(page.answer().status()).isEqualTo(200);
    assertThat(PscOnPaper.text(page)).contains("Se connecter");
  }

  @ParameterizedTest
  @CsvSource({"CARD, CARD", "MOBILE, MOBILE"})
  void tellsTheMeansOfAuthenticationInTheAccessToken(String channel, String mode) {
    String authReqId = CibaOnPaper.authReqId(ciba.ask(requestWith("channel", channel)));
    ciba.answer("accepter");

    JsonNode tokens = json(ciba.poll(authReqId));

    assertThat(claims(text(tokens, "access_token")).get("authMode").asText()).isEqualTo(mode);
  }

  @Test
  void isSlowedDownWhenItComesBeforeTheInterval() {
    String authReqId = ciba.ask();
    ciba.poll(authReqId);
    psc.clock.advance(Duration.ofMillis(4499));
    assertRefused(ciba.poll(authReqId), "slow_down", "too early to access");
    psc.clock.advance(Duration.ofMillis(1));
    assertRefused(ciba.poll(authReqId), "authorization_pending", null);
    assertThat(ciba.request().slowDowns()).isEqualTo(1);
  }

  @Test
  void isSlowedDownEvenWhenTheAnswerIsThere() {
    String authReqId = ciba.ask();
    ciba.poll(authReqId);
    ciba.answer("accepter");

    assertRefused(ciba.poll(authReqId), "slow_down", "too early to access");
    assertThat(json(ciba.pollInTime(authReqId)).has("access_token")).isTrue();
  }

  @Test
  void isNotTooEarlyInASpaceThatWasAged() {
    String authReqId = ciba.ask();
    ciba.poll(authReqId);
    psc.instance().age(Duration.ofSeconds(5));

    assertRefused(ciba.poll(authReqId), "authorization_pending", null);
  }

  @Test
  void learnsThatItsUserRefused() {
    String authReqId = ciba.ask();
    ciba.answer("refuser");

    assertRefused(ciba.poll(authReqId), "access_denied", "not authorized");
    assertRefused(ciba.pollInTime(authReqId), "access_denied", "not authorized");
    assertThat(psc.state().sessions()).isEmpty();
  }

  @Test
  void learnsThatTheNumbersDiffered() {
    String authReqId = ciba.ask();
    ciba.answer("autre-numero");

    assertThat(ciba.request().status()).isEqualTo("autre-numero");
    assertRefused(ciba.poll(authReqId), "access_denied", "not authorized");
  }

  @Test
  void learnsThatItsRequestExpiredByAgeing() {
    String authReqId = ciba.ask();
    ciba.answer("accepter");
    psc.instance().age(Duration.ofMinutes(2));

    assertRefused(ciba.poll(authReqId), "expired_token", "authentication timed out");
    assertThat(ciba.request().status()).isEqualTo("expiree");
    psc.clock.advance(Duration.ofSeconds(15));
    assertRefused(ciba.poll(authReqId), "invalid_grant", "Invalid Auth Req ID");
    assertThat(ciba.requests()).isEmpty();
  }

  @Test
  void getsItsTokensOnce() {
    String authReqId = ciba.ask();
    ciba.answer("accepter");
    ciba.poll(authReqId);

    assertRefused(ciba.pollInTime(authReqId), "invalid_grant", "Invalid Auth Req ID");
    assertThat(psc.state().sessions()).hasSize(1);
  }

  @Test
  void isRefusedWithAnIdentifierThatIsNotWhole() {
    String authReqId = ciba.ask();
    ciba.answer("accepter");

    for (String altered :
        List.of(
            authReqId.substring(0, 255),
            authReqId.substring(0, authReqId.length() - 1),
            authReqId + "x",
            authReqId.substring(1),
            "x",
            "....",
            authReqId.replace("..", ".e30."))) {
      assertRefused(ciba.poll(altered), "invalid_grant", "Invalid Auth Req ID");
    }
    assertThat(json(ciba.poll(authReqId)).has("access_token")).isTrue();
  }

  @Test
  void isRefusedWithoutIdentifier() {
    assertRefused(
        psc.token(Map.of("grant_type", CibaOnPaper.GRANT)),
        "invalid_request",
        "Missing parameter: auth_req_id");
  }

  @Test
  void isRefusedTheRequestOfAnotherClient() {
    psc.control(
        "clients",
        new ClientRequest(
            "autre", "s", "client_secret_basic", null, List.of(PscOnPaper.REDIRECT), null, null));
    String authReqId = ciba.ask();
    ciba.answer("accepter");

    Served stolen =
        psc.post(
            "token",
            Map.of("grant_type", CibaOnPaper.GRANT, "auth_req_id", authReqId),
            PscOnPaper.basic("autre", "s"));

    assertRefused(stolen, "invalid_grant", "unauthorized client");
    assertThat(json(ciba.poll(authReqId)).has("access_token")).isTrue();
  }

  @Test
  void isRefusedForSomebodyStruckOffMeanwhile() {
    String authReqId = ciba.ask();
    ciba.answer("accepter");
    psc.people.strikeOff(People.DOCTOR);

    assertRefused(ciba.poll(authReqId), "invalid_grant", "User disabled");
  }

  @Test
  void isForgottenWhenTheSpaceIsReset() {
    String authReqId = ciba.ask();
    ciba.next("accepter");
    psc.instance().reset();

    assertRefused(ciba.poll(authReqId), "invalid_grant", "Invalid Auth Req ID");
    String other = ciba.ask();
    assertRefused(ciba.poll(other), "authorization_pending", null);
  }

  private static void assertRefused(Served served, String error, String description) {
    assertThat(served.answer().status()).as(PscOnPaper.text(served)).isEqualTo(400);
    assertThat(json(served).get("error").asText()).isEqualTo(error);
    if (description != null) {
      assertThat(json(served).get("error_description").asText()).isEqualTo(description);
    }
    assertThat(served.refusal().code()).isEqualTo(error);
  }

  private static String text(JsonNode tokens, String member) {
    return tokens.get(member).asText();
  }
}
