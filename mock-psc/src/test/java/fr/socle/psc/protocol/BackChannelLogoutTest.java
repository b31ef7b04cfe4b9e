package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import fr.socle.bench.client.api.LogoutNoticeRequest;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.SessionEnd;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import fr.socle.psc.ToldParty;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Back-Channel Logout 1.0; the relying party is a server on a real port. */
class BackChannelLogoutTest {
  private final PscOnPaper psc = new PscOnPaper();
  private ToldParty party;

  @BeforeEach
  void declare() throws Exception {
    // The library compares with the clock of the machine
    psc.clock.advance(Duration.between(psc.clock.instant(), Instant.now()));
    party = new ToldParty();
    psc.control("clients", party.client("lps-demo", psc.secret(), Map.of()));
  }

  @AfterEach
  void close() {
    party.close();
  }

  // 2.5: POST of a form with logout_token
  @Test
  void postsAFormToEachClientOfTheEndedSession() {
    logout(psc.tokens());

    assertThat(party.calls()).hasSize(1);
    assertThat(party.calls().get(0).method()).isEqualTo("POST");
    assertThat(party.calls().get(0).contentType()).isEqualTo("application/x-www-form-urlencoded");
    assertThat(party.calls().get(0).form()).containsOnlyKeys("logout_token");
  }

  // 2.4 and 2.6: a library written by others accepts it
  @Test
  void sendsALogoutTokenThatAStrictLibraryAccepts() throws Exception {
    JsonNode tokens = psc.tokens();
    JsonNode id = claims(tokens.get("id_token").asText());
    logout(tokens);

    LogoutTokenClaimsSet token = validate(party.token(0));

    assertThat(token.getSessionID().getValue()).isEqualTo(id.get("sid").asText());
    assertThat(token.getSubject().getValue()).isEqualTo(id.get("sub").asText());
    assertThat(token.getAudience()).hasSize(1);
    assertThat(claims(party.token(0)).get("events").toString())
        .isEqualTo("{\"http://schemas.openid.net/event/backchannel-logout\":{}}");
  }

  // 2.4: exp at most two minutes in the future
  @Test
  void letsTheTokenExpireWithinTwoMinutes() {
    logout(psc.tokens());

    JsonNode token = claims(party.token(0));
    assertThat(token.get("exp").asLong() - token.get("iat").asLong()).isBetween(1L, 120L);
  }

  // 2.4: a nonce MUST NOT be present
  @Test
  void neverPutsANonceInIt() {
    logout(psc.tokens());

    assertThat(claims(party.token(0)).has("nonce")).isFalse();
  }

  @Test
  void namesNoSessionToAClientThatDoesNotWantIt() {
    psc.control(
        "clients",
        party.client(
            "lps-demo", psc.secret(), Map.of("backchannel_logout_session_required", "false")));

    logout(psc.tokens());

    assertThat(claims(party.token(0)).has("sid")).isFalse();
    assertThat(claims(party.token(0)).has("sub")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "logout+jwt"})
  void writesTheTypeThatTheSpaceAsksFor(String type) {
    PscOnPaper typed = new PscOnPaper(Map.of("psc.logout-token-typ", type));
    typed.control("clients", party.client("lps-demo", typed.secret(), Map.of()));

    logout(typed, typed.tokens(), Map.of());

    assertThat(PscOnPaper.header(party.token(0))).contains("\"" + type + "\"");
  }

  @Test
  void tellsEveryClientOfTheSessionAndNobodyElse() throws Exception {
    try (ToldParty other = new ToldParty();
        ToldParty stranger = new ToldParty()) {
      psc.control("clients", other.client("autre", "un-secret-assez-long", Map.of()));
      psc.control("clients", stranger.client("absent", "un-secret-assez-long", Map.of()));
      JsonNode tokens = psc.tokens();
      psc.authorize(PscOnPaper.requestWith("client_id", "autre"));

      logout(tokens);

      assertThat(claims(party.token(0)).get("aud").asText()).isEqualTo("lps-demo");
      assertThat(claims(other.token(0)).get("aud").asText()).isEqualTo("autre");
      assertThat(claims(other.token(0)).get("jti")).isNotEqualTo(claims(party.token(0)).get("jti"));
      assertThat(stranger.calls()).isEmpty();
    }
  }

  @Test
  void tellsOnceHoweverOftenTheClientLogsOut() {
    JsonNode tokens = psc.tokens();

    logout(tokens);
    logout(tokens);

    assertThat(party.calls()).hasSize(1);
  }

  @Test
  void tellsWhenTheAdministratorEndsTheSession() {
    psc.tokens();

    psc.control("end-session", new SessionEnd(People.DOCTOR, null));

    await().untilAsserted(() -> assertThat(notice().status()).isEqualTo("recue"));
    assertThat(party.calls()).hasSize(1);
    assertThat(psc.state().sessions()).noneMatch(PscState.Session::active);
  }

  @Test
  void refusesToEndASessionThatIsNotThere() {
    psc.tokens();

    assertThatThrownBy(() -> psc.control("end-session", new SessionEnd(null, "inconnue")))
        .isInstanceOf(InvalidControlRequestException.class);
    assertThatThrownBy(() -> psc.control("end-session", new SessionEnd(null, null)))
        .isInstanceOf(InvalidControlRequestException.class);
    assertThat(psc.state().sessions()).allMatch(PscState.Session::active);
  }

  @ParameterizedTest
  @CsvSource({
    "deconnexion-iss-faux, iss",
    "deconnexion-aud-faux, aud",
    "deconnexion-sans-evenement, events",
    "deconnexion-sans-session, sid"
  })
  void forgesANoticeOfASessionThatGoesOn(String fault, String member) {
    JsonNode tokens = psc.tokens();
    String session = psc.state().sessions().get(0).id();
    psc.control("logout-notice", new LogoutNoticeRequest(null, session, "deconnexion-double"));
    psc.control("logout-notice", new LogoutNoticeRequest(People.DOCTOR, null, fault));

    assertThat(claims(party.token(2)).path(member))
        .isNotEqualTo(claims(party.token(0)).path(member));
    assertThat(psc.state().logouts().get(2).faults()).containsExactly(fault);
    assertThat(psc.state().sessions()).allMatch(PscState.Session::active);
    assertThat(psc.userinfo(tokens.get("access_token").asText()).answer().status()).isEqualTo(200);
  }

  @Test
  void sendsALateNoticeOfASessionThatIsOver() throws Exception {
    logout(psc.tokens());
    String session = psc.state().sessions().get(0).id();

    psc.control("logout-notice", new LogoutNoticeRequest(null, session, null));

    assertThat(validate(party.token(1)).getSessionID().getValue()).isEqualTo(session);
  }

  @Test
  void refusesANoticeThatWouldBeWrongForNoReason() {
    psc.tokens();
    String session = psc.state().sessions().get(0).id();

    assertRefused(new LogoutNoticeRequest(null, session, null));
    assertRefused(new LogoutNoticeRequest(null, null, "deconnexion-avec-nonce"));
    assertRefused(new LogoutNoticeRequest(null, "inconnue", "deconnexion-avec-nonce"));
    assertRefused(new LogoutNoticeRequest(null, session, "nonce-faux"));
    assertThat(party.calls()).isEmpty();
  }

  private void assertRefused(LogoutNoticeRequest notice) {
    assertThatThrownBy(() -> psc.control("logout-notice", notice))
        .isInstanceOf(InvalidControlRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void notesThatTheClientAccepted(int status) {
    party.answer(status);

    logout(psc.tokens());

    assertThat(notice().status()).isEqualTo("recue");
    assertThat(notice().httpStatus()).isEqualTo(status);
    assertThat(notice().channel()).isEqualTo("arriere");
  }

  @Test
  void notesThatTheClientRefused() {
    party.answer(400);

    Served served = logout(psc.tokens());

    assertThat(notice().status()).isEqualTo("refusee");
    assertThat(served.decoded().get("prevenus").toString()).contains("400");
  }

  @Test
  void notesThatNobodyAnswers() {
    party.close();

    assertThat(logout(psc.tokens()).answer().status()).isEqualTo(200);

    assertThat(notice().status()).isEqualTo("injoignable");
  }

  @Test
  void answersTheBrowserAlthoughAClientKeepsSilent() {
    party.keepSilent();

    assertThat(logout(psc.tokens()).answer().status()).isEqualTo(200);

    assertThat(notice().status()).isEqualTo("en-cours");
    assertThat(psc.state().sessions()).noneMatch(PscState.Session::active);
  }

  @Test
  void spoilsTheSignatureOnDemand() {
    psc.faults.arm("deconnexion-signature-fausse");

    logout(psc.tokens());

    assertThatThrownBy(() -> validate(party.token(0))).isInstanceOf(BadJOSEException.class);
    assertThat(notice().faults()).containsExactly("deconnexion-signature-fausse");
  }

  @Test
  void addsANonceOnDemand() {
    psc.faults.arm("deconnexion-avec-nonce");

    logout(psc.tokens());

    assertThat(claims(party.token(0)).has("nonce")).isTrue();
    assertThatThrownBy(() -> validate(party.token(0))).isInstanceOf(BadJOSEException.class);
  }

  @Test
  void sendsTheSameTokenTwiceOnDemand() {
    psc.faults.arm("deconnexion-double");

    logout(psc.tokens());

    assertThat(party.calls()).hasSize(2);
    assertThat(party.token(1)).isEqualTo(party.token(0));
    assertThat(psc.state().logouts()).hasSize(2);
  }

  // 2.7: refresh tokens of the session are revoked
  @Test
  void leavesNoTokenOfTheSessionGood() {
    JsonNode tokens = psc.tokens();
    logout(tokens);
    psc.clock.advance(Duration.ofSeconds(5));

    assertThat(psc.refresh(tokens.get("refresh_token").asText()).answer().status()).isEqualTo(400);
    assertThat(psc.userinfo(tokens.get("access_token").asText()).answer().status()).isEqualTo(401);
  }

  @Test
  void forgetsWhatItToldWithTheRest() {
    logout(psc.tokens());

    psc.instance().reset();

    assertThat(psc.state().logouts()).isEmpty();
  }

  private PscState.LogoutNotice notice() {
    assertThat(psc.state().logouts()).hasSize(1);
    return psc.state().logouts().get(0);
  }

  private LogoutTokenClaimsSet validate(String token) throws Exception {
    JWKSet keys =
        JWKSet.parse(json(psc.back("GET", CONNECT + "certs", Headers.none(), "")).toString());
    LogoutTokenValidator validator =
        new LogoutTokenValidator(
            new Issuer(PscOnPaper.ISSUER), new ClientID("lps-demo"), JWSAlgorithm.RS256, keys);
    return validator.validate(JWTParser.parse(token));
  }

  private Served logout(JsonNode tokens) {
    return logout(psc, tokens, Map.of());
  }

  private static Served logout(PscOnPaper psc, JsonNode tokens, Map<String, String> more) {
    Map<String, String> parameters = new LinkedHashMap<>(more);
    parameters.put("id_token_hint", tokens.get("id_token").asText());
    return psc.post("logout", parameters, Headers.none());
  }
}
