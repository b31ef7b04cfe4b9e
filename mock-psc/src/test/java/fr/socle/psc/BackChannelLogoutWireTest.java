package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.SessionEnd;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Back-Channel Logout 1.0, for a provider, over the real wire. */
class BackChannelLogoutWireTest extends StandardOnTheWire {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private ToldParty party;

  @BeforeEach
  void listen() throws Exception {
    party = new ToldParty();
    declares("lps-demo", browser().secret(), told(party));
  }

  @AfterEach
  void close() {
    party.close();
  }

  // 2.1
  @Test
  void announcesItWithSessions() throws Exception {
    assertThat(provider().supportsBackChannelLogout()).isTrue();
    assertThat(provider().supportsBackChannelLogoutSession()).isTrue();
  }

  // 2.2: absolute, without fragment
  @ParameterizedTest
  @ValueSource(strings = {"/sortie", "http://127.0.0.1:7/sortie#ici", "urn:sortie"})
  void takesNoOtherAddressThanTheStandardAllows(String address) {
    Map<String, String> settings = Map.of("backchannel_logout_uri", address);

    assertThatThrownBy(() -> declares("lps-demo", browser().secret(), settings))
        .isInstanceOf(InvalidControlRequestException.class);
  }

  // 2.3: every client of the session, each for itself; none that was not in it
  @Test
  void tellsEachClientOfTheSessionAndNoOther() throws Exception {
    try (ToldParty other = new ToldParty();
        ToldParty stranger = new ToldParty()) {
      declares("autre", "un-secret-assez-long", told(other));
      declares("absent", "un-secret-assez-long", told(stranger));
      String idToken = login();
      browser().authorize(request("client_id", "autre"));

      logout(idToken);

      assertThat(validated(party, "lps-demo").getAudience()).hasSize(1);
      assertThat(validated(other, "autre").getJWTID())
          .isNotEqualTo(validated(party, "lps-demo").getJWTID());
      assertThat(stranger.calls()).isEmpty();
    }
  }

  // 2.3: a session of another browser goes on, and its client hears of the first only
  @Test
  void tellsOfTheSessionThatEndedAndOfNoOther() throws Exception {
    WireBrowser elsewhere = new WireBrowser(space());
    JsonNode other = elsewhere.tokens(request());
    String idToken = login();

    logout(idToken);

    assertThat(party.calls()).hasSize(1);
    assertThat(validated(party, "lps-demo").getSessionID().getValue())
        .isEqualTo(claims(idToken).get("sid").asText());
    assertThat(elsewhere.userinfo(other.get("access_token").asText()).statusCode()).isEqualTo(200);
  }

  // 2.4: every claim of the paragraph
  @Test
  void makesALogoutTokenOfEveryClaimTheStandardWants() throws Exception {
    String idToken = login();
    logout(idToken);

    LogoutTokenClaimsSet token = validated(party, "lps-demo");
    JsonNode raw = claims(party.token(0));
    assertThat(token.getIssuer()).isEqualTo(provider().getIssuer());
    assertThat(token.getSubject().getValue()).isEqualTo(claims(idToken).get("sub").asText());
    assertThat(token.getSessionID().getValue()).isEqualTo(claims(idToken).get("sid").asText());
    assertThat(token.getJWTID().getValue()).isNotBlank();
    assertThat(raw.get("exp").asLong() - raw.get("iat").asLong()).isBetween(1L, 120L);
    assertThat(raw.get("events")).hasToString("{\"" + EVENT + "\":{}}");
    assertThat(raw.has("nonce")).isFalse();
  }

  // 2.4: signed with a key of the provider, by the algorithm of its identity tokens
  @Test
  void signsItAsItSignsIdentityTokens() throws Exception {
    String idToken = login();
    logout(idToken);

    JWSHeader signed = SignedJWT.parse(party.token(0)).getHeader();
    assertThat(signed.getAlgorithm())
        .isEqualTo(SignedJWT.parse(idToken).getHeader().getAlgorithm());
    assertThat(signed.getKeyID()).isEqualTo(SignedJWT.parse(idToken).getHeader().getKeyID());
  }

  // 2.4: sub or sid: a client that did not ask for the session is told of the person
  @Test
  void namesThePersonToAClientThatWantsNoSession() throws Exception {
    Map<String, String> settings = told(party);
    settings.put("backchannel_logout_session_required", "false");
    declares("lps-demo", browser().secret(), settings);

    logout(login());

    LogoutTokenClaimsSet token = validated(party, "lps-demo");
    assertThat(token.getSubject()).isNotNull();
    assertThat(token.getSessionID()).isNull();
  }

  // 2.5: a form by POST that carries the token; the query of the address is kept
  @Test
  void postsAFormToTheDeclaredAddress() throws Exception {
    Map<String, String> settings = told(party);
    settings.put("backchannel_logout_uri", party.address() + "?service=2");
    declares("lps-demo", browser().secret(), settings);

    logout(login());

    assertThat(party.calls()).hasSize(1);
    ToldParty.Call call = party.calls().get(0);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.query()).isEqualTo("service=2");
    assertThat(call.contentType()).isEqualTo("application/x-www-form-urlencoded");
    assertThat(call.form()).containsOnlyKeys("logout_token");
  }

  // 2.7: refresh tokens of the session are revoked
  @Test
  void leavesNoRefreshTokenOfTheSessionGood() throws Exception {
    JsonNode tokens = browser().tokens(request());
    logout(tokens.get("id_token").asText());

    HttpResponse<String> renewed =
        browser()
            .token(
                Map.of(
                    "grant_type",
                    "refresh_token",
                    "refresh_token",
                    tokens.get("refresh_token").asText()));

    assertThat(renewed.statusCode()).isEqualTo(400);
  }

  // 2.8: 200, 204 tolerated, 400 is a failure; the browser is answered whatever the client says
  @ParameterizedTest
  @ValueSource(ints = {200, 204, 400, 501})
  void answersTheBrowserWhateverTheClientSays(int status) throws Exception {
    party.answer(status);

    assertThat(logout(login()).statusCode()).isEqualTo(200);

    assertThat(notice().httpStatus()).isEqualTo(status);
    assertThat(notice().status()).isEqualTo(status < 300 ? "recue" : "refusee");
    assertThat(returned(browser().authorize(request("prompt", "none"))))
        .containsEntry("error", "login_required");
  }

  // 2.5: a redirect is no answer of the paragraph, and is not followed
  @Test
  void doesNotFollowARedirect() throws Exception {
    party.answer(302);

    logout(login());

    assertThat(party.calls()).hasSize(1);
    assertThat(notice().status()).isEqualTo("refusee");
  }

  // 1 and 2.3: a session that ends without any browser is told as well
  @Test
  void tellsWithoutAnyBrowser() throws Exception {
    login();

    run("end-session", new SessionEnd(People.DOCTOR, null));

    await().untilAsserted(() -> assertThat(party.calls()).hasSize(1));
    assertThat(validated(party, "lps-demo").getSubject()).isNotNull();
  }

  private static Map<String, String> told(ToldParty party) {
    return new LinkedHashMap<>(Map.of("backchannel_logout_uri", party.address()));
  }

  private String login() throws Exception {
    return browser().tokens(request()).get("id_token").asText();
  }

  private HttpResponse<String> logout(String idToken) throws Exception {
    return browser()
        .get(
            browser().url("psc.logout")
                + "?"
                + PscOnPaper.encode(Map.of("id_token_hint", idToken)));
  }

  // 2.6: what a relying party has to verify, as a library does it
  private LogoutTokenClaimsSet validated(ToldParty told, String clientId) throws Exception {
    JWKSet keys = JWKSet.parse(browser().get(provider().getJWKSetURI().toString()).body());
    return new LogoutTokenValidator(
            provider().getIssuer(), new ClientID(clientId), JWSAlgorithm.RS256, keys)
        .validate(JWTParser.parse(told.token(0)));
  }

  private PscState.LogoutNotice notice() {
    List<PscState.LogoutNotice> notices = state().logouts();
    assertThat(notices).hasSize(1);
    return notices.get(0);
  }
}
