package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7009, token revocation, over the real wire. */
class Rfc7009Test extends StandardOnTheWire {
  private String endpoint;
  private JsonNode tokens;

  @BeforeEach
  void login() throws Exception {
    endpoint = provider().getRevocationEndpointURI().toString();
    tokens = browser().tokens(request());
  }

  // 2: the address is https and takes POST
  @Test
  void isAskedByPostOverTls() throws Exception {
    assertThat(endpoint).startsWith("https://");
    assertThat(browser().get(endpoint + "?token=" + token("access_token")).statusCode())
        .isEqualTo(405);
    assertThat(alive()).isTrue();
  }

  // 2.1: the hint is a hint: a wrong or unknown one does not hide the token
  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token", "autre"})
  void findsTheTokenWhateverTheHint(String hint) throws Exception {
    HttpResponse<String> answer =
        revoke(Map.of("token", token("access_token"), "token_type_hint", hint));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(alive()).isFalse();
  }

  // 2.1: the grant of a revoked refresh token is over, access tokens included
  @Test
  void takesTheAccessTokensOfARevokedRefreshTokenWithIt() throws Exception {
    assertThat(revoke(Map.of("token", token("refresh_token"))).statusCode()).isEqualTo(200);

    assertThat(alive()).isFalse();
    assertThat(refresh().statusCode()).isEqualTo(400);
  }

  // 2.1: an access token may be revoked alone
  @Test
  void leavesTheGrantOfARevokedAccessToken() throws Exception {
    assertThat(revoke(Map.of("token", token("access_token"))).statusCode()).isEqualTo(200);

    assertThat(refresh().statusCode()).isEqualTo(200);
  }

  // 2.1: the token was issued to the client that revokes it
  @Test
  void revokesNothingForAnotherClient() throws Exception {
    declares("autre", "un-secret-assez-long", Map.of());

    HttpResponse<String> answer =
        browser()
            .postAs(
                "autre", "un-secret-assez-long", endpoint, Map.of("token", token("access_token")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).has("error")).isTrue();
    assertThat(alive()).isTrue();
  }

  // 2.1: the credentials of the client come first
  @ParameterizedTest
  @CsvSource({"lps-demo, faux", "inconnu, faux"})
  void revokesNothingForAClientThatIsNotProved(String clientId, String secret) throws Exception {
    HttpResponse<String> answer =
        browser().postAs(clientId, secret, endpoint, Map.of("token", token("access_token")));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(alive()).isTrue();
  }

  // 2.2: invalid tokens are no error; neither is revoking twice
  @Test
  void answersTheSameToWhatIsNoTokenAnyMore() throws Exception {
    assertThat(revoke(Map.of("token", "jamais-vu")).statusCode()).isEqualTo(200);
    assertThat(revoke(Map.of("token", token("access_token"))).statusCode()).isEqualTo(200);
    assertThat(revoke(Map.of("token", token("access_token"))).statusCode()).isEqualTo(200);
  }

  // 2.2.1 and RFC 6749 5.2
  @Test
  void saysThatTheTokenIsMissing() throws Exception {
    HttpResponse<String> answer = revoke(Map.of());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_request");
  }

  private HttpResponse<String> revoke(Map<String, String> form) throws Exception {
    return browser().postAs("lps-demo", browser().secret(), endpoint, form);
  }

  private HttpResponse<String> refresh() throws Exception {
    return browser()
        .token(Map.of("grant_type", "refresh_token", "refresh_token", token("refresh_token")));
  }

  private boolean alive() throws Exception {
    return browser().userinfo(token("access_token")).statusCode() == 200;
  }

  private String token(String kind) {
    return tokens.get(kind).asText();
  }
}
