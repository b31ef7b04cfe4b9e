package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The RSA signature keys of a JWK set (RFC 7517); other kinds of keys are passed over. */
final class JwkSet {

  private static final int SMALLEST_KEY = 2048; // RFC 7518 3.3

  private final List<Key> keys;

  private record Key(@Nullable String id, RSAPublicKey key) {}

  private JwkSet(List<Key> keys) {
    this.keys = keys;
  }

  static JwkSet of(JsonNode document, Defects defects) {
    int smallest = defects.has(Mutant.PSC_CLE_COURTE_ACCEPTEE) ? 0 : SMALLEST_KEY;
    List<Key> keys = new ArrayList<>();
    for (JsonNode jwk : document.path("keys")) {
      read(jwk, smallest).ifPresent(keys::add);
    }
    return new JwkSet(keys);
  }

  /** The key of that id; without id, the only key of the set if there is only one. */
  Optional<RSAPublicKey> find(@Nullable String keyId) {
    if (keyId == null) {
      return keys.size() == 1 ? Optional.of(keys.get(0).key()) : Optional.empty();
    }
    return keys.stream().filter(key -> keyId.equals(key.id())).map(Key::key).findFirst();
  }

  private static Optional<Key> read(JsonNode jwk, int smallest) {
    boolean forSignature = jwk.path("use").asText("sig").equals("sig");
    boolean forRs256 = jwk.path("alg").asText("RS256").equals("RS256");
    if (!"RSA".equals(jwk.path("kty").textValue()) || !forSignature || !forRs256) {
      return Optional.empty();
    }
    try {
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
      return key.getModulus().bitLength() < smallest
          ? Optional.empty()
          : Optional.of(new Key(jwk.path("kid").textValue(), key));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty(); // one broken key does not spoil the others
    }
  }

  private static BigInteger number(JsonNode jwk, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asText()));
  }
}
