package fr.socle.lps.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import fr.socle.lps.banc.FakePsc;
import fr.socle.lps.mutant.Defects;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdTokenValidatorTest {

  private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
  private static final long SECONDS = NOW.getEpochSecond();
  private static final String ISSUER = "https://psc.example/auth/realms/esante-wallet";

  private static RSAKey key;
  private static RSAKey otherKey;

  private int loads;
  private final Deque<List<RSAKey>> sets = new ArrayDeque<>();
  private final KeyRing ring =
      new KeyRing(
          () -> {
            loads++;
            return set(sets.size() > 1 ? sets.poll() : sets.element());
          });
  private final IdTokenValidator validator =
      new IdTokenValidator(ring, Clock.fixed(NOW, ZoneOffset.UTC), Defects.none());

  @BeforeAll
  static void makeKeys() throws Exception {
    key = FakePsc.key("cle-1");
    otherKey = FakePsc.key("cle-2");
  }

  @Test
  void believesAGoodTokenAndReadsAHeaderWithBlanks() throws Exception {
    sets.add(List.of(key));

    assertThat(validate(FakePsc.sign(good(), key)).path("sub").asText()).isEqualTo(FakePsc.SUBJECT);
    assertThat(loads).isEqualTo(1);
  }

  @Test
  void believesATokenMeantForSeveralWhenItWasHandedToUs() throws Exception {
    sets.add(List.of(key));
    Map<String, Object> claims = good();
    claims.put("aud", List.of("autre", FakePsc.CLIENT));

    validate(FakePsc.sign(claims, key));
  }

  @Test
  void believesATokenWithTheRightHashOfItsAccessToken() throws Exception {
    sets.add(List.of(key));
    Map<String, Object> claims = good();
    // echo -n jeton-d-acces | sha256, left half, base64url
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest("jeton-d-acces".getBytes(StandardCharsets.US_ASCII));
    claims.put(
        "at_hash",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(java.util.Arrays.copyOf(digest, 16)));

    validate(FakePsc.sign(claims, key));
  }

  @Test
  void allowsForASmallDifferenceOfClocks() throws Exception {
    sets.add(List.of(key));
    Map<String, Object> claims = good();
    claims.put("exp", SECONDS - 10);
    claims.put("iat", SECONDS + 10);

    validate(FakePsc.sign(claims, key));
  }

  static Stream<Arguments> brokenClaims() {
    return Stream.of(
        broken("un autre émetteur", claims -> claims.put("iss", ISSUER + "/"), "émis"),
        broken("pas d'émetteur", claims -> claims.remove("iss"), "émis"),
        broken("un autre destinataire", claims -> claims.put("aud", "autre"), "aud"),
        broken("remis à un autre", claims -> claims.put("azp", "autre"), "azp"),
        broken(
            "plusieurs destinataires sans azp",
            claims -> {
              claims.put("aud", List.of("autre", FakePsc.CLIENT));
              claims.remove("azp");
            },
            "azp"),
        broken("expiré", claims -> claims.put("exp", SECONDS - 31), "expiré"),
        broken("daté du futur", claims -> claims.put("iat", SECONDS + 31), "futur"),
        broken("sans date", claims -> claims.remove("iat"), "dates"),
        broken("date en texte", claims -> claims.put("exp", "demain"), "dates"),
        broken("un autre nonce", claims -> claims.put("nonce", "autre"), "nonce"),
        broken("sans nonce", claims -> claims.remove("nonce"), "nonce"),
        broken("un autre niveau", claims -> claims.put("acr", "eidas2"), "eidas1"),
        broken("sans niveau", claims -> claims.remove("acr"), "eidas1"),
        broken("sans sujet", claims -> claims.remove("sub"), "sub"),
        broken("une empreinte fausse", claims -> claims.put("at_hash", "AAAA"), "at_hash"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenClaims")
  void refusesATokenBrokenInOneWay(String name, Consumer<Map<String, Object>> breaking, String told)
      throws Exception {
    sets.add(List.of(key));
    Map<String, Object> claims = good();
    breaking.accept(claims);
    String token = FakePsc.sign(claims, key);

    assertThatThrownBy(() -> validate(token))
        .isInstanceOf(PscRefusal.class)
        .hasMessageContaining(told);
  }

  @Test
  void refusesABadSignature() throws Exception {
    sets.add(List.of(key));
    RSAKey impostor = new RSAKey.Builder(otherKey).keyID("cle-1").build();
    String token = FakePsc.sign(good(), impostor);

    assertThatThrownBy(() -> validate(token))
        .isInstanceOf(PscRefusal.class)
        .hasMessageContaining("signature est fausse");
  }

  @Test
  void refusesATokenThatIsNotSigned() throws Exception {
    sets.add(List.of(key));
    String signed = FakePsc.sign("{\"alg\":\"none\"}", good(), key);
    String unsigned = signed.substring(0, signed.lastIndexOf('.') + 1);

    assertThatThrownBy(() -> validate(unsigned))
        .isInstanceOf(PscRefusal.class)
        .hasMessageContaining("RS256");
    assertThatThrownBy(() -> validate(unsigned.substring(0, unsigned.length() - 1)))
        .isInstanceOf(PscRefusal.class)
        .hasMessageContaining("illisible");
  }

  @Test
  void refusesASymmetricSignatureMadeWithThePublicKey() throws Exception {
    sets.add(List.of(key));
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String input =
        base64.encodeToString(
                "{\"alg\":\"HS256\",\"kid\":\"cle-1\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64.encodeToString(JsonMapper.builder().build().writeValueAsBytes(good()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.toPublicKey().getEncoded(), "HmacSHA256"));
    String token =
        input + "." + base64.encodeToString(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));

    assertThatThrownBy(() -> validate(token))
        .isInstanceOf(PscRefusal.class)
        .hasMessageContaining("RS256");
  }

  @Test
  void refusesAnExtensionItDoesNotKnow() throws Exception {
    sets.add(List.of(key));
    String token =
        FakePsc.sign("{\"alg\":\"RS256\",\"kid\":\"cle-1\",\"crit\":[\"x\"],\"x\":1}", good(), key);

    assertThatThrownBy(() -> validate(token)).isInstanceOf(PscRefusal.class);
  }

  @Test
  void followsAKeyRotationWithOneReload() throws Exception {
    sets.add(List.of(key));
    sets.add(List.of(key, otherKey));
    validate(FakePsc.sign(good(), key));

    validate(FakePsc.sign(good(), otherKey));

    assertThat(loads).isEqualTo(2);
  }

  @Test
  void refusesAnUnknownKeyAfterExactlyOneReload() throws Exception {
    sets.add(List.of(key));
    validate(FakePsc.sign(good(), key));
    String token = FakePsc.sign(good(), otherKey);

    assertThatThrownBy(() -> validate(token))
        .isInstanceOf(PscRefusal.class)
        .hasMessageContaining("clé");
    assertThat(loads).isEqualTo(2);
  }

  @Test
  void takesNoKeyThatIsTooSmallOrMeantForSomethingElse() throws Exception {
    RSAKey small = new RSAKeyGenerator(1024, true).keyID("petite").generate();
    sets.add(
        List.of(
            small,
            new RSAKey.Builder(otherKey).keyUse(com.nimbusds.jose.jwk.KeyUse.ENCRYPTION).build()));
    String first = FakePsc.sign(good(), small);
    String second = FakePsc.sign(good(), otherKey);

    assertThatThrownBy(() -> validate(first)).hasMessageContaining("ne publie pas");
    assertThatThrownBy(() -> validate(second)).hasMessageContaining("ne publie pas");
  }

  @Test
  void takesATokenWithoutKeyIdOnlyWhenThereIsOneKey() throws Exception {
    String token = FakePsc.sign("{\"alg\":\"RS256\"}", good(), key);
    sets.add(List.of(key));
    validate(token);

    KeyRing two = new KeyRing(() -> set(List.of(key, otherKey)));
    assertThatThrownBy(() -> two.find(null)).isInstanceOf(PscRefusal.class);
  }

  private com.fasterxml.jackson.databind.JsonNode validate(String token) throws Exception {
    return validator.validate(
        token,
        new IdTokenValidator.Expected(
            ISSUER, FakePsc.CLIENT, "nonce-1", true, null, "jeton-d-acces"));
  }

  private static Map<String, Object> good() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", FakePsc.CLIENT);
    claims.put("azp", FakePsc.CLIENT);
    claims.put("sub", FakePsc.SUBJECT);
    claims.put("iat", SECONDS - 1);
    claims.put("exp", SECONDS + 119);
    claims.put("nonce", "nonce-1");
    claims.put("acr", "eidas1");
    return claims;
  }

  private static Arguments broken(
      String name, Consumer<Map<String, Object>> breaking, String told) {
    return Arguments.of(name, breaking, told);
  }

  private static JwkSet set(List<RSAKey> keys) {
    return JwkSet.of(
        JsonMapper.builder()
            .build()
            .valueToTree(
                Map.of("keys", keys.stream().map(k -> k.toPublicJWK().toJSONObject()).toList())),
        Defects.none());
  }
}
