package fr.socle.psc.exchange;

import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.ApiClientRequest;
import fr.socle.bench.client.api.SessionRevocation;
import fr.socle.bench.http.Served;
import fr.socle.psc.Certificates;
import fr.socle.psc.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenExchangeTest {
  private final ApiOnPaper api = new ApiOnPaper();

  @Test
  void givesATokenOfTheApiBoundToTheCertificate() {
    Served served = api.exchange(api.correctForm(api.accessToken()));
    JsonNode answer = json(served);

    assertThat(served.answer().status()).isEqualTo(200);
    assertThat(served.answer().headers().first("Cache-Control")).contains("no-cache, no-store");
    assertThat(answer.path("issued_token_type").asText())
        .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
    assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(answer.path("expires_in").asInt()).isEqualTo(14_400);
    assertThat(answer.path("refresh_expires_in").asInt()).isEqualTo(1800);
    JsonNode claims = claims(answer.path("access_token").asText());
    assertThat(claims.path("sub").asText()).isEqualTo(People.DOCTOR);
    assertThat(claims.path("iss").asText()).endsWith("/auth/realms/insi");
    assertThat(claims.path("aud").asText()).isEqualTo("insi");
    assertThat(claims.path("scope").asText()).isEqualTo("insi");
    assertThat(claims.at("/cnf/x5t#S256").asText())
        .isEqualTo(ApiOnPaper.thumbprint(api.certificate));
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(14_400);
  }

  @Test
  void outlivesTheTokenOfProSanteConnect() {
    String token = api.apiToken().path("access_token").asText();
    api.psc.clock.advance(Duration.ofMinutes(59));

    assertThat(introspection(token).path("active").asBoolean()).isTrue();
    assertThat(introspection(token).path("sub").asText()).isEqualTo(People.DOCTOR);

    api.psc.clock.advance(Duration.ofHours(3).plusMinutes(2));
    assertThat(introspection(token).path("active").asBoolean()).isFalse();
  }

  @Test
  void takesTheFormOfTheExampleProxyWhichSendsNeitherScopeNorCnf() {
    Map<String, String> form = api.correctForm(api.accessToken());
    form.remove("scope");
    form.remove("cnf");

    assertThat(json(api.exchange(form)).path("scope").asText()).isEqualTo("insi");
  }

  @Test
  void takesAThumbprintWrittenAsThePublishedExample() {
    byte[] digest = Base64.getUrlDecoder().decode(ApiOnPaper.thumbprint(api.certificate));
    String hex = HexFormat.of().formatHex(digest);
    String written = Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));

    Served served =
        api.exchange(api.formWith(api.accessToken(), "cnf", "{\"x5t#S256\":\"" + written + "\"}"));

    assertThat(served.answer().status()).isEqualTo(200);
    assertThat(claims(json(served).path("access_token").asText()).at("/cnf/x5t#S256").asText())
        .hasSize(43);
  }

  @Test
  void writesTheThumbprintAsThePublishedExampleWhenASettingSaysSo() {
    ApiOnPaper hexadecimal = new ApiOnPaper(Map.of("api.cnf-form", "hexadecimal"));
    String token = hexadecimal.apiToken().path("access_token").asText();

    assertThat(claims(token).at("/cnf/x5t#S256").asText()).hasSize(88).endsWith("=");
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type,,400,invalid_request",
    "grant_type,password,400,unsupported_grant_type",
    "client_id,,401,invalid_client",
    "client_id,lps-demo,401,invalid_client",
    "subject_token,,400,invalid_request",
    "subject_token,eyJhbGciOiJub25lIn0.e30.,400,invalid_request",
    "subject_token_type,,400,invalid_request",
    "subject_token_type,urn:ietf:params:oauth:token-type:saml2,400,invalid_request",
    "requested_token_type,urn:ietf:params:oauth:token-type:saml2,400,invalid_request",
    "subject_issuer,google,400,invalid_request",
    "audience,dmp,400,invalid_target",
    "resource,https://ailleurs.example/api,400,invalid_target",
    "scope,insi dmp-lecture,400,invalid_scope",
    "scope,signsessiondata,400,invalid_scope",
    "cnf,pas du json,400,invalid_request",
    "cnf,{},400,invalid_request",
    "actor_token,e30.e30.,400,invalid_request",
    "actor_token_type,urn:ietf:params:oauth:token-type:jwt,400,invalid_request"
  })
  void refusesInTheWordsOfTheStandard(String name, String value, int status, String error) {
    Served served = api.exchange(api.formWith(api.accessToken(), name, value));

    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(json(served).path("error").asText()).isEqualTo(error);
    assertThat(served.refusal()).isNotNull();
  }

  @Test
  void looksAtTheCertificateBeforeTheSubjectToken() {
    api.accessToken();
    api.psc.present(Certificates.of("CN=autre"));

    Served served = api.exchange(api.correctForm("n'importe quoi"));

    assertThat(json(served).path("error").asText()).isEqualTo("invalid_client");
    assertThat(served.refusal().reason()).contains("CN=autre");
  }

  @Test
  void refusesWithoutCertificate() {
    String token = api.accessToken();
    api.psc.present(null);

    Served served = api.exchange(api.correctForm(token));

    assertThat(served.answer().status()).isEqualTo(401);
    assertThat(served.refusal().reason()).contains("Aucun certificat client");
  }

  @Test
  void refusesTheThumbprintOfAnotherCertificate() {
    String other = ApiOnPaper.thumbprint(Certificates.of("CN=autre"));

    Served served =
        api.exchange(api.formWith(api.accessToken(), "cnf", "{\"x5t#S256\":\"" + other + "\"}"));

    assertThat(json(served).path("error").asText()).isEqualTo("invalid_request");
    assertThat(served.refusal().reason()).contains("certificat de la connexion");
  }

  @Test
  void refusesATokenOfProSanteConnectThatExpired() {
    String token = api.accessToken();
    api.psc.clock.advance(Duration.ofMinutes(3));

    Served served = api.exchange(api.correctForm(token));

    assertThat(json(served).path("error").asText()).isEqualTo("invalid_request");
    assertThat(served.refusal().reason()).contains("a expiré").contains("rafraîchissez");
  }

  @Test
  void refusesARefreshTokenInPlaceOfTheAccessToken() {
    String refresh = api.psc.tokens().path("refresh_token").asText();
    api.psc.present(api.certificate);

    assertThat(api.exchange(api.correctForm(refresh)).refusal().reason())
        .contains("n'est pas un jeton d'accès");
  }

  @Test
  void refusesAScopeThatThisProxyHasNoRightTo() {
    String token = api.accessToken();
    api.psc.control(
        "api-clients",
        new ApiClientRequest(
            "sans-insi",
            api.certificate.getSubjectX500Principal().getName(),
            List.of("signsessiondata")));

    Served served = api.exchange(api.formWith(token, "client_id", "sans-insi"));

    assertThat(json(served).path("error").asText()).isEqualTo("invalid_scope");
  }

  @Test
  void demandsScopeAndCnfWhenASettingSaysSo() {
    ApiOnPaper strict = new ApiOnPaper(Map.of("api.scope", "required", "api.cnf", "required"));
    String token = strict.accessToken();

    assertThat(json(strict.exchange(strict.formWith(token, "scope", null))).path("error").asText())
        .isEqualTo("invalid_scope");
    assertThat(json(strict.exchange(strict.formWith(token, "cnf", null))).path("error").asText())
        .isEqualTo("invalid_request");
    assertThat(strict.exchange(strict.correctForm(token)).answer().status()).isEqualTo(200);
  }

  @Test
  void refreshesTheTokenOfTheApiWithTheSameCertificateOnly() {
    String refresh = api.apiToken().path("refresh_token").asText();
    Map<String, String> form =
        Map.of("grant_type", "refresh_token", "client_id", "proxy-demo", "refresh_token", refresh);

    assertThat(json(api.exchange(form)).path("scope").asText()).isEqualTo("insi");
    api.psc.present(Certificates.of(api.certificate.getSubjectX500Principal().getName()));
    assertThat(json(api.exchange(form)).path("error").asText()).isEqualTo("invalid_grant");
    api.psc.present(api.certificate);
    api.psc.clock.advance(Duration.ofMinutes(31));
    assertThat(json(api.exchange(form)).path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void givesOpaqueTokensWhenASettingSaysSo() {
    ApiOnPaper opaque = new ApiOnPaper(Map.of("api.insi.token-form", "opaque"));

    assertThat(opaque.apiToken().path("access_token").asText()).doesNotContain(".").hasSize(64);
  }

  @Test
  void putsTheActorInTheToken() {
    Map<String, String> form = api.correctForm(api.accessToken());
    form.put("actor_token", "eyJhbGciOiJub25lIn0." + base64("{\"sub\":\"LPS-1\"}") + ".");
    form.put("actor_token_type", ApiOnPaper.TYPE + "jwt");

    assertThat(
            claims(json(api.exchange(form)).path("access_token").asText()).at("/act/sub").asText())
        .isEqualTo("LPS-1");
  }

  @Test
  void introspectsNothingForAStranger() {
    String token = api.apiToken().path("access_token").asText();
    api.psc.present(null);

    Served served =
        api.post(
            ApiOnPaper.REALM + "token/introspect",
            Map.of("client_id", "proxy-demo", "token", token));

    assertThat(served.answer().status()).isEqualTo(401);
  }

  @Test
  void revokesWhatCameFromASession() {
    JsonNode answer = api.apiToken();
    String session = answer.path("session_state").asText();
    api.psc.control("api-revoke", new SessionRevocation(session));

    assertThat(introspection(answer.path("access_token").asText()).path("active").asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "api-serveur-indisponible,503,temporarily_unavailable",
    "echange-jeton-inactif,400,invalid_request",
    "echange-scope-refuse,400,invalid_scope",
    "echange-emetteur-inconnu,400,invalid_request"
  })
  void refusesOnPurpose(String fault, int status, String error) {
    String token = api.accessToken();
    api.psc.faults.arm(fault);

    Served served = api.exchange(api.correctForm(token));

    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(json(served).path("error").asText()).isEqualTo(error);
    assertThat(api.psc.faults.struck()).containsExactly(fault);
  }

  @Test
  void spoilsTheTokenOnPurpose() {
    String token = api.accessToken();
    api.psc.faults.arm("api-cnf-absent").arm("api-jeton-bref", Map.of("secondes", "2"));
    JsonNode without = json(api.exchange(api.correctForm(token)));
    api.psc.faults.disarm();
    api.psc.faults.arm("api-cnf-hexadecimal");
    JsonNode hexadecimal = json(api.exchange(api.correctForm(token)));

    assertThat(claims(without.path("access_token").asText()).has("cnf")).isFalse();
    assertThat(without.path("expires_in").asInt()).isEqualTo(2);
    assertThat(claims(hexadecimal.path("access_token").asText()).at("/cnf/x5t#S256").asText())
        .hasSize(88);
  }

  private JsonNode introspection(String token) {
    return json(
        api.post(
            ApiOnPaper.REALM + "token/introspect",
            Map.of("client_id", "proxy-demo", "token", token)));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
