package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.NONCE;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefreshTest {
  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void givesNewTokensOfTheSameSession() {
    JsonNode first = psc.tokens();
    psc.clock.advance(Duration.ofSeconds(130));

    JsonNode second = refreshed(first);

    assertThat(psc.userinfo(text(first, "access_token")).answer().status()).isEqualTo(401);
    assertThat(psc.userinfo(text(second, "access_token")).answer().status()).isEqualTo(200);
    assertThat(text(second, "session_state")).isEqualTo(text(first, "session_state"));
    assertThat(text(second, "refresh_token")).isNotEqualTo(text(first, "refresh_token"));
    JsonNode claims = claims(text(second, "id_token"));
    assertThat(claims.get("nonce").asText()).isEqualTo(NONCE);
    assertThat(claims.get("iat").asLong() - claims.get("auth_time").asLong()).isEqualTo(130);
  }

  @Test
  void shrinksTheLifeOfTheRefreshTokenTowardsTheEndOfTheSession() {
    JsonNode tokens = psc.tokens();
    for (int turn = 0; turn < 9; turn++) {
      psc.clock.advance(Duration.ofMinutes(25));
      tokens = refreshed(tokens);
    }

    assertThat(tokens.get("refresh_expires_in").asInt()).isEqualTo(15 * 60);
    psc.clock.advance(Duration.ofMinutes(15));
    assertRefused(psc.refresh(text(tokens, "refresh_token")), "Session not active");
  }

  @Test
  void isRefusedAfterThirtyMinutesWithoutActivity() {
    JsonNode tokens = psc.tokens();
    psc.clock.advance(Duration.ofMinutes(30));

    assertRefused(psc.refresh(text(tokens, "refresh_token")), "Session not active");
  }

  @Test
  void isNotKeptPossibleByReadingUserinfo() {
    JsonNode tokens = psc.tokens();
    psc.clock.advance(Duration.ofSeconds(110));
    assertThat(psc.userinfo(text(tokens, "access_token")).answer().status()).isEqualTo(200);
    psc.clock.advance(Duration.ofMinutes(30).minusSeconds(110));

    assertRefused(psc.refresh(text(tokens, "refresh_token")), "Session not active");
  }

  @Test
  void takesTheScopeOfTheLoginAndNoMore() {
    String refresh = text(psc.tokens(), "refresh_token");

    assertThat(refreshWithScope(refresh, "openid scope_all").answer().status()).isEqualTo(200);
    Served more = refreshWithScope(refresh, "openid rpps \u00e9\"");
    assertThat(more.answer().status()).isEqualTo(400);
    assertThat(json(more).get("error").asText()).isEqualTo("invalid_scope");
  }

  @Test
  void isRefusedWhenTheTokenExpiredBeforeTheSession() {
    PscOnPaper brief = new PscOnPaper(Map.of("psc.refresh-token-seconds", "5"));
    JsonNode tokens = brief.tokens();
    brief.clock.advance(Duration.ofSeconds(5));

    assertRefused(brief.refresh(text(tokens, "refresh_token")), "Token is not active");
  }

  @Test
  void isRefusedToAnyOtherToken() {
    JsonNode tokens = psc.tokens();

    assertRefused(psc.refresh(text(tokens, "access_token")), "Invalid refresh token");
    assertRefused(psc.refresh(text(tokens, "refresh_token") + "x"), "Invalid refresh token");
    assertRefused(psc.refresh("eyJhbGciOiJub25lIn0.e30."), "Invalid refresh token");
  }

  @Test
  void takesAReplacedTokenUnlessTheSettingForbidsIt() {
    JsonNode tokens = psc.tokens();
    refreshed(tokens);
    assertThat(psc.refresh(text(tokens, "refresh_token")).answer().status()).isEqualTo(200);

    PscOnPaper once = new PscOnPaper(Map.of("psc.refresh-reuse", "off"));
    JsonNode others = once.tokens();
    once.refresh(text(others, "refresh_token"));
    assertRefused(
        once.refresh(text(others, "refresh_token")),
        "Maximum allowed refresh token reuse exceeded");
  }

  @Test
  void isRefusedToSomebodyStruckOff() {
    JsonNode tokens = psc.tokens();
    psc.people.strikeOff(People.DOCTOR);

    assertRefused(psc.refresh(text(tokens, "refresh_token")), "Session not active");
  }

  @Test
  void followsTheLifetimesOfTheSettings() {
    PscOnPaper brief = new PscOnPaper(Map.of("psc.access-token-seconds", "2"));
    JsonNode tokens = brief.tokens();
    JsonNode claims = claims(text(tokens, "access_token"));

    assertThat(tokens.get("expires_in").asInt()).isEqualTo(2);
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(2);
    brief.clock.advance(Duration.ofMillis(1999));
    assertThat(brief.userinfo(text(tokens, "access_token")).answer().status()).isEqualTo(200);
    brief.clock.advance(Duration.ofMillis(1));
    assertThat(brief.userinfo(text(tokens, "access_token")).answer().status()).isEqualTo(401);
  }

  private Served refreshWithScope(String refreshToken, String scope) {
    return psc.token(
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", scope));
  }

  private JsonNode refreshed(JsonNode tokens) {
    Served served = psc.refresh(text(tokens, "refresh_token"));
    assertThat(served.answer().status()).as(PscOnPaper.text(served)).isEqualTo(200);
    return json(served);
  }

  private static void assertRefused(Served served, String description) {
    assertThat(served.answer().status()).isEqualTo(400);
    assertThat(json(served).get("error").asText()).isEqualTo("invalid_grant");
    assertThat(json(served).get("error_description").asText()).isEqualTo(description);
  }

  private static String text(JsonNode tokens, String member) {
    return tokens.get(member).asText();
  }
}
