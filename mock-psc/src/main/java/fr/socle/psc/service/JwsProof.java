package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies signatures of clients, RFC 7515 5.2 and RFC 7518 3. */
final class JwsProof {
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private JwsProof() {}

  /** Whether the secret signed this compact text, HS256. */
  static boolean signedBy(String secret, String compact) {
    int dot = compact.lastIndexOf('.');
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      byte[] expected = mac.doFinal(compact.substring(0, dot).getBytes(US_ASCII));
      return MessageDigest.isEqual(
          expected, Base64.getUrlDecoder().decode(compact.substring(dot + 1)));
    } catch (IllegalArgumentException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /**
   * Whether the owner of a key signed this compact text.
   *
   * @param algorithm {@code RS256}, {@code PS256} or {@code ES256}
   */
  static boolean signedBy(PublicKey key, String algorithm, String compact) {
    boolean suits =
        algorithm.equals("ES256") ? key instanceof ECPublicKey : key instanceof RSAPublicKey;
    if (!suits) {
      return false;
    }
    int dot = compact.lastIndexOf('.');
    try {
      Signature signature = signature(algorithm);
      signature.initVerify(key);
      signature.update(compact.substring(0, dot).getBytes(US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(compact.substring(dot + 1)));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return false; // a text of the wrong length is no signature
    }
  }

  /** The algorithm of the JDK, ready to be given a key. */
  static Signature signature(String algorithm) throws GeneralSecurityException {
    switch (algorithm) {
      case "RS256" -> {
        return Signature.getInstance("SHA256withRSA");
      }
      case "PS256" -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(PSS);
        return pss;
      }
      case "ES256" -> {
        return Signature.getInstance("SHA256withECDSAinP1363Format");
      }
      default -> throw new IllegalArgumentException("no such algorithm: " + algorithm);
    }
  }
}
