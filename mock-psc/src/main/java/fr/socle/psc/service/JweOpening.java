package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens what was encrypted for Pro Santé Connect: RFC 7516 5.2, RFC 7518 4.3, 5.2 and 5.3. */
final class JweOpening {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int GCM_TAG = 16;
  // Bytes of the content key, RFC 7518 5.1
  private static final Map<String, Integer> CONTENTS =
      Map.of(
          "A128GCM", 16,
          "A192GCM", 24,
          "A256GCM", 32,
          "A128CBC-HS256", 32,
          "A192CBC-HS384", 48,
          "A256CBC-HS512", 64);

  private JweOpening() {}

  /** Whether a text has the five parts of a JWE. */
  static boolean sealed(String text) {
    return text.split("\\.", -1).length == 5;
  }

  /**
   * Opens it. Why it does not open is told to nobody (RFC 7516 11.5).
   *
   * @param compact five parts
   * @param keyId {@code kid} of the key
   * @return the text inside; empty when it does not open
   */
  static Optional<String> open(String compact, String keyId, PrivateKey key) {
    String[] parts = compact.split("\\.", -1);
    try {
      JsonNode header = JSON.readTree(decoded(parts[0]));
      String algorithm = header.path("alg").asText();
      int length = CONTENTS.getOrDefault(header.path("enc").asText(), 0);
      boolean served =
          (algorithm.equals("RSA-OAEP") || algorithm.equals("RSA-OAEP-256"))
              && length > 0
              && !header.has("zip")
              && !header.has("crit")
              && header.path("kid").asText(keyId).equals(keyId);
      if (!served) {
        return Optional.empty();
      }
      byte[] content = Jwe.unwrapped(algorithm, key, decoded(parts[1]));
      if (content.length != length) {
        return Optional.empty();
      }
      byte[] aad = parts[0].getBytes(US_ASCII);
      byte[] plain =
          header.path("enc").asText().endsWith("GCM")
              ? gcm(content, decoded(parts[2]), aad, decoded(parts[3]), decoded(parts[4]))
              : cbc(content, decoded(parts[2]), aad, decoded(parts[3]), decoded(parts[4]));
      return Optional.of(new String(plain, UTF_8));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] gcm(byte[] content, byte[] iv, byte[] aad, byte[] text, byte[] tag)
      throws GeneralSecurityException {
    if (tag.length != GCM_TAG) {
      throw new GeneralSecurityException("tag of another length");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(content, "AES"),
        new GCMParameterSpec(GCM_TAG * 8, iv));
    cipher.updateAAD(aad);
    return cipher.doFinal(ByteBuffer.allocate(text.length + tag.length).put(text).put(tag).array());
  }

  // RFC 7518 5.2.2.2: the first half of the key authenticates, the second decrypts
  private static byte[] cbc(byte[] content, byte[] iv, byte[] aad, byte[] text, byte[] tag)
      throws GeneralSecurityException {
    int half = content.length / 2;
    String algorithm = "HmacSHA" + half * 16;
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(content, 0, half, algorithm));
    mac.update(aad);
    mac.update(iv);
    mac.update(text);
    mac.update(ByteBuffer.allocate(8).putLong(aad.length * 8L).array());
    if (!MessageDigest.isEqual(Arrays.copyOf(mac.doFinal(), half), tag)) {
      throw new GeneralSecurityException("the tag is not that of the text");
    }
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(content, half, half, "AES"),
        new IvParameterSpec(iv));
    return cipher.doFinal(text);
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
