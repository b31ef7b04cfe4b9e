package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireSpace.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dynamic Client Registration 1.0, 2: what a client asks of signatures and encryption. */
class JoseOptionsTest {
  private static final String NONCE = "n-8fJb4HsD1gVx6KeA0qTz";

  private static Bench bench;
  private static RSAKey key;

  private WireSpace space;
  private WireBrowser browser;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
    key = new RSAKeyGenerator(2048).keyID("pour-chiffrer").keyUse(KeyUse.ENCRYPTION).generate();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() throws Exception {
    space = new WireSpace(bench);
    browser = space.browser();
    space.logsIn(People.DOCTOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS256", "ES256"})
  void signsTheIdTokenAsRegistered(String algorithm) throws Exception {
    space.declares(Map.of("id_token_signed_response_alg", algorithm));
    JWKSet published = keys();

    validate(algorithm, published, idToken());

    assertThat(published.getKeys())
        .filteredOn(one -> one.getAlgorithm().getName().equals(algorithm))
        .hasSize(1);
  }

  // Core 10.1: the octets of the secret
  @Test
  void signsTheIdTokenWithTheSecretOfTheClient() throws Exception {
    space.declares(Map.of("id_token_signed_response_alg", "HS256"));

    Object unused =
        new IDTokenValidator(
                new Issuer(browser.url("psc.issuer")),
                new ClientID("lps-demo"),
                JWSAlgorithm.HS256,
                new Secret(space.secret()))
            .validate(idToken(), new Nonce(NONCE));
  }

  @Test
  void staysAtOneKeyForThoseWhoAskForNothing() throws Exception {
    space.declares(Map.of());

    assertThat(keys().getKeys())
        .filteredOn(one -> KeyUse.SIGNATURE.equals(one.getKeyUse()))
        .hasSize(1);
    validate("RS256", keys(), idToken());
  }

  // Core 5.3.2
  @ParameterizedTest
  @ValueSource(strings = {"PS256", "ES256", "HS256"})
  void signsUserinfoAsRegistered(String algorithm) throws Exception {
    space.declares(Map.of("userinfo_signed_response_alg", algorithm));

    HttpResponse<String> answer = userinfo();

    assertThat(type(answer)).isEqualTo("application/jwt");
    assertThat(JWSObject.parse(answer.body()).getHeader().getAlgorithm().getName())
        .isEqualTo(algorithm);
    assertThat(PscOnPaper.claims(answer.body()).get("aud").asText()).isEqualTo("lps-demo");
  }

  // Core 10.2: signed, then encrypted
  @ParameterizedTest
  @CsvSource({
    "RSA-OAEP, A256GCM",
    "RSA-OAEP, A128CBC-HS256",
    "RSA-OAEP-256, A128GCM",
    "RSA-OAEP-256,"
  })
  void encryptsTheIdTokenAsRegistered(String alg, String enc) throws Exception {
    Map<String, String> settings = Map.of("jwks", jwks(), "id_token_encrypted_response_alg", alg);
    space.declares(enc == null ? settings : with(settings, "id_token_encrypted_response_enc", enc));
    JWKSet published = keys();

    JWEObject sealed = JWEObject.parse(text(browser.tokens(request("nonce", NONCE)), "id_token"));
    sealed.decrypt(new RSADecrypter(key));

    assertThat(sealed.getHeader().getAlgorithm().getName()).isEqualTo(alg);
    assertThat(sealed.getHeader().getEncryptionMethod().getName())
        .isEqualTo(enc == null ? "A128CBC-HS256" : enc);
    assertThat(sealed.getHeader().getContentType()).isEqualTo("JWT");
    validate("RS256", published, JWTParser.parse(sealed.getPayload().toString()));
  }

  @Test
  void encryptsUserinfoSignedOrNot() throws Exception {
    Map<String, String> settings =
        Map.of("jwks", jwks(), "userinfo_encrypted_response_alg", "RSA-OAEP");
    space.declares(settings);
    JWEObject plain = JWEObject.parse(userinfo().body());
    plain.decrypt(new RSADecrypter(key));
    assertThat(plain.getPayload().toJSONObject()).containsEntry("SubjectNameID", People.DOCTOR);

    space.declares(with(settings, "userinfo_signed_response_alg", "RS256"));
    JWEObject signed = JWEObject.parse(userinfo().body());
    signed.decrypt(new RSADecrypter(key));
    assertThat(signed.getPayload().toSignedJWT().getJWTClaimsSet().getAudience())
        .containsExactly("lps-demo");
  }

  // RP-Initiated Logout 1.0, 2: the hint is the ID token, as received or without its envelope
  @Test
  void logsOutWithTheIdTokenInsideTheEnvelope() throws Exception {
    space.declares(Map.of("jwks", jwks(), "id_token_encrypted_response_alg", "RSA-OAEP"));
    JWEObject sealed = JWEObject.parse(text(browser.tokens(request()), "id_token"));
    sealed.decrypt(new RSADecrypter(key));

    HttpResponse<String> answer =
        browser.get(
            browser.url("psc.logout")
                + "?"
                + PscOnPaper.encode(
                    Map.of(
                        "id_token_hint",
                        sealed.getPayload().toString(),
                        "post_logout_redirect_uri",
                        PscOnPaper.REDIRECT)));

    assertThat(answer.statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @CsvSource({
    "id_token_signed_response_alg, none",
    "id_token_encrypted_response_alg, RSA-OAEP",
    "id_token_encrypted_response_enc, A256GCM",
    "userinfo_signed_response_alg, RS999",
    "jwks, pas un jeu de clés",
    "jwks, '{\"keys\":[{\"kty\":\"RSA\"}]}'",
  })
  void refusesARegistrationThatCannotBeKept(String name, String value) {
    assertThatThrownBy(() -> space.declares(Map.of(name, value)))
        .isInstanceOf(InvalidControlRequestException.class);
  }

  private JWT idToken() throws Exception {
    return JWTParser.parse(text(browser.tokens(request("nonce", NONCE)), "id_token"));
  }

  private void validate(String algorithm, JWKSet published, JWT idToken) throws Exception {
    Object unused =
        new IDTokenValidator(
                new Issuer(browser.url("psc.issuer")),
                new ClientID("lps-demo"),
                JWSAlgorithm.parse(algorithm),
                published)
            .validate(idToken, new Nonce(NONCE));
  }

  private HttpResponse<String> userinfo() throws Exception {
    JsonNode tokens = browser.tokens(request());
    return browser.userinfo(text(tokens, "access_token"));
  }

  private JWKSet keys() throws Exception {
    JsonNode discovery = json(browser.get(browser.url("psc.discovery")));
    return JWKSet.parse(browser.get(text(discovery, "jwks_uri")).body());
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }

  private static String jwks() {
    return new JWKSet(key).toString();
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> more = new HashMap<>(map);
    more.put(name, value);
    return Map.copyOf(more);
  }
}
