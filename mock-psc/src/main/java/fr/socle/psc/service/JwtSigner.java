package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

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

  static String signed(String header, Map<String, Object> claims, SigningKey key) {
    String input = Jwt.signingInput(header, claims);
    return input + "." + Digests.base64Url(signature(input, key));
  }

  /** A token signed in the algorithm of the key, RFC 7515. */
  public static String signed(Map<String, Object> claims, SigningKey key) {
    return signed(header(key.algorithm(), key.id()), claims, key);
  }

  /**
   * A token as a client registered it: by the key of the algorithm, or by its own secret.
   *
   * @param type {@code typ}
   */
  static String signed(
      String algorithm,
      String type,
      Map<String, Object> claims,
      RelyingParty client,
      SigningKeys keys) {
    if (algorithm.equals("HS256")) {
      String header = "{\"alg\":\"HS256\",\"typ\" : \"" + type + "\"}";
      byte[] secret = String.valueOf(client.secret()).getBytes(UTF_8);
      return hmac("HmacSHA256", header, claims, secret);
    }
    SigningKey key = keys.signing(algorithm);
    String header =
        "{\"alg\":\"" + algorithm + "\",\"typ\" : \"" + type + "\",\"kid\" : \"" + key.id() + "\"}";
    return signed(header, claims, key);
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

  private static byte[] signature(String input, SigningKey key) {
    try {
      Signature signature = JwsProof.signature(key.algorithm());
      signature.initSign(key.pair().getPrivate());
      signature.update(input.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + key.algorithm(), e);
    }
  }
}
