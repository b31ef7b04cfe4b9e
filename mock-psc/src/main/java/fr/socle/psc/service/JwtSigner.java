package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.socle.psc.service.SigningKeys.SigningKey;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes signed tokens, and on purpose badly signed ones: no library lends itself to the latter.
 */
public final class JwtSigner {
  private JwtSigner() {}

  /** Header of a real token: there are blanks around some colons, psc.md 1.2 (S: CACHE). */
  static String header(String algorithm, String keyId) {
    return "{\"alg\":\"" + algorithm + "\",\"typ\" : \"JWT\",\"kid\" : \"" + keyId + "\"}";
  }

  static String headerWithoutKeyId(String algorithm) {
    return "{\"alg\":\"" + algorithm + "\",\"typ\" : \"JWT\"}";
  }

  static String rs256(String header, Map<String, Object> claims, SigningKey key) {
    String input = Jwt.signingInput(header, claims);
    return input + "." + Digests.base64Url(rsa(input, key));
  }

  /** A token signed RS256, RFC 7515. */
  public static String rs256(Map<String, Object> claims, SigningKey key) {
    return rs256(header("RS256", key.id()), claims, key);
  }

  static String hmac(String algorithm, String header, Map<String, Object> claims, byte[] secret) {
    String input = Jwt.signingInput(header, claims);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return input + "." + Digests.base64Url(mac.doFinal(input.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static byte[] rsa(String input, SigningKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.pair().getPrivate());
      signature.update(input.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA256withRSA", e);
    }
  }
}
