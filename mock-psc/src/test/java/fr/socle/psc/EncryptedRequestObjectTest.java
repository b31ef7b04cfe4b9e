package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenID Connect Core 1.0, 6.1, 6.3.1 and 10.2: encrypted request objects, by another library. */
class EncryptedRequestObjectTest {
  private static Bench bench;
  private static RSAKey rsa;

  private WireSpace space;
  private WireBrowser browser;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
    rsa = new RSAKeyGenerator(2048).keyID("client-rsa").generate();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() throws Exception {
    space = new WireSpace(bench);
    browser = space.browser();
    space.declares(Map.of("jwks", new JWKSet(rsa).toString()));
    space.logsIn(People.DOCTOR);
  }

  private static JWTClaimsSet claims() {
    return new JWTClaimsSet.Builder()
        .claim("response_type", "code")
        .claim("client_id", "lps-demo")
        .claim("state", "dans-l-enveloppe")
        .build();
  }

  private static String signed() throws Exception {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("client-rsa").build(), claims());
    jwt.sign(new RSASSASigner(rsa));
    return jwt.serialize();
  }

  private RSAKey key(KeyUse use) throws Exception {
    JWKSet keys = JWKSet.parse(json(browser.get(jwksAddress())).toString());
    return keys.getKeys().stream()
        .filter(key -> use.equals(key.getKeyUse()))
        .map(JWK::toRSAKey)
        .findFirst()
        .orElseThrow();
  }

  private String jwksAddress() throws Exception {
    return json(browser.get(browser.url("psc.discovery"))).get("jwks_uri").asText();
  }

  private static String sealed(
      JWEAlgorithm algorithm, EncryptionMethod content, String text, RSAKey to) throws Exception {
    JWEObject object =
        new JWEObject(
            new JWEHeader.Builder(algorithm, content).keyID(to.getKeyID()).build(),
            new Payload(text));
    object.encrypt(new RSAEncrypter(to));
    return object.serialize();
  }

  private static String sealed(String text, RSAKey to) throws Exception {
    return sealed(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM, text, to);
  }

  private String answer(String object, String member) throws Exception {
    return returned(browser.authorize(request("request", object))).get(member);
  }

  // 10.2: a key to encrypt for is not one that signs, and each says its use
  @Test
  void publishesAKeyToEncryptFor() throws Exception {
    Set<String> numbers = new HashSet<>();
    for (JsonNode key : json(browser.get(jwksAddress())).get("keys")) {
      assertThat(key.get("use").asText()).isIn("sig", "enc");
      assertThat(numbers.add(key.get("n").asText())).isTrue();
    }
    assertThat(key(KeyUse.ENCRYPTION).isPrivate()).isFalse();
    assertThat(numbers).hasSize(2);
  }

  // 6.3.1; RFC 7518 4.3, 5.2 and 5.3
  @ParameterizedTest
  @CsvSource({
    "RSA-OAEP, A256GCM",
    "RSA-OAEP, A128CBC-HS256",
    "RSA-OAEP-256, A128GCM",
    "RSA-OAEP-256, A192GCM",
    "RSA-OAEP-256, A192CBC-HS384",
    "RSA-OAEP-256, A256CBC-HS512"
  })
  void opensASignedObject(String algorithm, String content) throws Exception {
    String object =
        sealed(
            JWEAlgorithm.parse(algorithm),
            EncryptionMethod.parse(content),
            signed(),
            key(KeyUse.ENCRYPTION));

    assertThat(answer(object, "state")).isEqualTo("dans-l-enveloppe");
  }

  // 6.1: encrypted without being signed
  @Test
  void opensClaimsThatNobodySigned() throws Exception {
    assertThat(answer(sealed(claims().toString(), key(KeyUse.ENCRYPTION)), "state"))
        .isEqualTo("dans-l-enveloppe");
  }

  // Registration 2: what has to be signed is signed inside
  @Test
  void wantsTheRegisteredSignatureInside() throws Exception {
    space.declares(
        Map.of("jwks", new JWKSet(rsa).toString(), "request_object_signing_alg", "RS256"));

    assertThat(answer(sealed(claims().toString(), key(KeyUse.ENCRYPTION)), "error"))
        .isEqualTo("invalid_request_object");
    assertThat(answer(sealed(signed(), key(KeyUse.ENCRYPTION)), "code")).isNotBlank();
  }

  @Test
  void refusesWhatItCannotOpen() throws Exception {
    String good = sealed(signed(), key(KeyUse.ENCRYPTION));
    String[] parts = good.split("\\.", -1);
    parts[3] = (parts[3].startsWith("A") ? "B" : "A") + parts[3].substring(1);

    assertThat(answer(String.join(".", parts), "error")).isEqualTo("invalid_request_object");
    assertThat(answer(sealed(signed(), key(KeyUse.SIGNATURE)), "error"))
        .isEqualTo("invalid_request_object");
    assertThat(
            answer(
                sealed(signed(), new RSAKeyGenerator(2048).keyID("etrangere").generate()), "error"))
        .isEqualTo("invalid_request_object");
    assertThat(
            answer(
                sealed(
                    JWEAlgorithm.parse("RSA1_5"),
                    EncryptionMethod.A128CBC_HS256,
                    signed(),
                    key(KeyUse.ENCRYPTION)),
                "error"))
        .isEqualTo("invalid_request_object");
  }

  // 6.2 and 6.3.1 together
  @Test
  void opensAnObjectReadAtItsAddress() throws Exception {
    try (ObjectHost host = new ObjectHost()) {
      space.declares(
          Map.of("jwks", new JWKSet(rsa).toString(), "request_uris", host.address("/objet")));
      host.keep(sealed(signed(), key(KeyUse.ENCRYPTION)));

      assertThat(
              returned(browser.authorize(request("request_uri", host.address("/objet"))))
                  .get("state"))
          .isEqualTo("dans-l-enveloppe");
    }
  }
}
