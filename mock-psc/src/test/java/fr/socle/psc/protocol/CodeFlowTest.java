package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.ISSUER;
import static fr.socle.psc.PscOnPaper.NONCE;
import static fr.socle.psc.PscOnPaper.STATE;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeFlowTest {
  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void bringsTheBrowserBackWithCodeStateSessionAndIssuer() {
    Map<String, String> back = psc.login();

    assertThat(back.keySet()).containsExactly("state", "session_state", "iss", "code");
    assertThat(back).containsEntry("state", STATE).containsEntry("iss", ISSUER);
  }

  @Test
  void givesTokensThatAnOutsideLibraryAccepts() throws Exception {
    psc.clock.advance(Duration.between(psc.clock.instant(), java.time.Instant.now()));
    JsonNode tokens = psc.tokens();
    JWKSet keys =
        JWKSet.parse(json(psc.back("GET", CONNECT + "certs", Headers.none(), "")).toString());
    SignedJWT idToken = SignedJWT.parse(tokens.get("id_token").asText());
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(ISSUER), new ClientID("lps-demo"), JWSAlgorithm.RS256, keys);

    assertThat(validator.validate(idToken, new Nonce(NONCE)).getSubject().getValue())
        .endsWith(":" + People.DOCTOR);
    AccessToken access = new BearerAccessToken(tokens.get("access_token").asText());
    AccessTokenValidator.validate(
        access,
        JWSAlgorithm.RS256,
        new AccessTokenHash(idToken.getJWTClaimsSet().getStringClaim("at_hash")));
  }

  @Test
  void writesTheTokenAnswerAsTheRealOneDoes() {
    Served served = psc.exchange(psc.login().get("code"));

    assertThat(names(json(served)))
        .containsExactly(
            "access_token",
            "expires_in",
            "refresh_expires_in",
            "refresh_token",
            "token_type",
            "id_token",
            "not-before-policy",
            "session_state",
            "scope");
    assertThat(json(served).get("expires_in").asInt()).isEqualTo(120);
    assertThat(json(served).get("refresh_expires_in").asInt()).isEqualTo(1800);
    assertThat(json(served).get("scope").asText()).isEqualTo("openid profile scope_all identity");
    assertThat(served.answer().headers().first("Cache-Control")).contains("no-store");
  }

  @Test
  void writesBlanksInTheHeaderOfTokens() {
    String header = PscOnPaper.header(psc.tokens().get("access_token").asText());

    assertThat(header).contains("\"typ\" : \"JWT\"").contains("\"kid\" : \"");
  }

  @Test
  void fillsTheIdTokenWithTheClaimsOfTheSheet() {
    JsonNode claims = claims(psc.tokens().get("id_token").asText());

    assertThat(names(claims))
        .containsExactly(
            "exp",
            "iat",
            "auth_time",
            "jti",
            "iss",
            "aud",
            "sub",
            "typ",
            "azp",
            "nonce",
            "session_state",
            "sid",
            "at_hash",
            "acr",
            "email_verified",
            "preferred_username",
            "SubjectNameID",
            "given_name",
            "family_name");
    assertThat(claims.get("acr").asText()).isEqualTo("eidas1");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(120);
  }

  @Test
  void fillsTheAccessTokenWithoutAudienceNorBinding() {
    JsonNode claims = claims(psc.tokens().get("access_token").asText());

    assertThat(names(claims))
        .containsExactly(
            "exp",
            "iat",
            "auth_time",
            "jti",
            "iss",
            "sub",
            "typ",
            "azp",
            "nonce",
            "session_state",
            "sid",
            "acr",
            "scope",
            "authMode",
            "otherIds",
            "preferred_username");
    assertThat(claims.at("/otherIds/0/identifiant").asText()).isEqualTo(People.DOCTOR);
  }

  @Test
  void putsAnEmptyNonceInTheAccessTokenOnlyWhenTheRequestHadNone() {
    String code = psc.login(People.DOCTOR, PscOnPaper.requestWith("nonce", null)).get("code");
    JsonNode tokens = json(psc.exchange(code));

    assertThat(claims(tokens.get("access_token").asText()).get("nonce").asText()).isEmpty();
    assertThat(claims(tokens.get("id_token").asText()).has("nonce")).isFalse();
  }

  @Test
  void givesEidas3WithTheProfileOf2022() {
    PscOnPaper old = new PscOnPaper(Map.of("psc.userinfo-profile", "2022"));

    assertThat(claims(old.tokens().get("id_token").asText()).get("acr").asText())
        .isEqualTo("eidas3");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
