package fr.socle.psc.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that a client registered, {@code jwks} of OpenID Connect Dynamic Client
 * Registration 1.0, 2. RSA keys and P-256 keys are read, others are passed over (RFC 7517 5).
 *
 * @param all the keys in order
 */
public record ClientKeys(List<ClientKey> all) {
  /** No key. */
  public static final ClientKeys NONE = new ClientKeys(List.of());

  private static final JsonMapper JSON = new JsonMapper();

  /** Copies the list. */
  public ClientKeys {
    all = List.copyOf(all);
  }

  /**
   * One key.
   *
   * @param id {@code kid}, absent when it has none
   * @param use {@code sig} or {@code enc}, absent for both
   * @param key the key
   */
  public record ClientKey(@Nullable String id, @Nullable String use, PublicKey key) {}

  /**
   * Reads a key set, RFC 7517 5.
   *
   * @throws IllegalArgumentException when it is no key set, or a key in it is malformed
   */
  public static ClientKeys read(String jwks) {
    try {
      JsonNode keys = JSON.readTree(jwks).path("keys");
      if (!keys.isArray()) {
        throw new IllegalArgumentException("keys is no array");
      }
      List<ClientKey> read = new ArrayList<>();
      for (JsonNode jwk : keys) {
        PublicKey key = key(jwk);
        if (key != null) {
          read.add(new ClientKey(jwk.path("kid").textValue(), jwk.path("use").textValue(), key));
        }
      }
      return new ClientKeys(read);
    } catch (JsonProcessingException | GeneralSecurityException e) {
      throw new IllegalArgumentException("no key set", e);
    }
  }

  /**
   * The keys that may have signed something.
   *
   * @param id {@code kid} of the header, absent when it has none
   */
  List<PublicKey> forSignature(@Nullable String id) {
    return all.stream()
        .filter(one -> !"enc".equals(one.use()))
        .filter(one -> id == null || one.id() == null || id.equals(one.id()))
        .map(ClientKey::key)
        .toList();
  }

  /** The key to encrypt for: the first RSA key that is not kept for signatures. */
  public Optional<ClientKey> forEncryption() {
    return all.stream()
        .filter(one -> !"sig".equals(one.use()))
        .filter(one -> one.key() instanceof RSAPublicKey)
        .findFirst();
  }

  private static @Nullable PublicKey key(JsonNode jwk) throws GeneralSecurityException {
    String type = jwk.path("kty").asText();
    if (type.equals("RSA")) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
    }
    if (type.equals("EC") && jwk.path("crv").asText().equals("P-256")) {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
      return KeyFactory.getInstance("EC")
          .generatePublic(
              new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }
    return null;
  }

  private static BigInteger number(JsonNode jwk, String member) {
    String text = jwk.path(member).asText();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a key has no " + member);
    }
    return new BigInteger(1, Base64.getUrlDecoder().decode(text));
  }
}
