package fr.socle.lps.psc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A signed token in compact form (RFC 7515), read but not believed until {@link #signedBy}.
 *
 * @param header decoded header; PSC writes blanks around some colons, so it is parsed as JSON
 * @param claims decoded payload
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
record Jws(JsonNode header, JsonNode claims, byte[] signingInput, byte[] signature) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Splits and decodes a compact token. */
  static Jws parse(String compact) throws PscRefusal {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      throw unreadable();
    }
    try {
      JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      if (!header.isObject() || !claims.isObject()) {
        throw unreadable();
      }
      return new Jws(
          header,
          claims,
          (parts[0] + "." + parts[1]).getBytes(US_ASCII),
          Base64.getUrlDecoder().decode(parts[2]));
    } catch (IllegalArgumentException | IOException e) {
      throw unreadable();
    }
  }

  @Nullable String keyId() {
    return header.path("kid").textValue();
  }

  /** Whether this software knows the algorithm and every critical header: RS256 and none. */
  boolean acceptable() {
    // psc.md 1.2: effective algorithm RS256 (S: CACHE). RFC 7515 4.1.11: unknown crit is refused.
    return "RS256".equals(header.path("alg").textValue()) && !header.has("crit");
  }

  /** Whether it announces that nobody signed it; no caller but a mutant may let it pass. */
  boolean unsigned() {
    return "none".equals(header.path("alg").textValue());
  }

  /** Whether it announces a shared secret; no caller but a mutant may let it pass. */
  boolean mac() {
    return "HS256".equals(header.path("alg").textValue());
  }

  /** Whether the public key, taken for a shared secret, gives this signature: a classic mistake. */
  boolean macOf(RSAPublicKey key) {
    try {
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
      String text = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(US_ASCII), "HmacSHA256"));
      return MessageDigest.isEqual(mac.doFinal(signingInput), signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  boolean signedBy(RSAPublicKey key) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signingInput);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PscRefusal unreadable() {
    return new PscRefusal(
        "Connexion refusée : Pro Santé Connect a remis un jeton d'identité illisible.");
  }
}
