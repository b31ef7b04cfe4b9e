package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** SHA-256 and base64url, as OAuth writes them. */
public final class Digests {
  private Digests() {}

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** SHA-256 of a text in UTF-8. */
  public static byte[] sha256(String text) {
    return sha256(text.getBytes(UTF_8));
  }

  /** Base64url without padding, RFC 7515 2. */
  public static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** {@code at_hash} of an access token: left half of its SHA-256, OIDC Core 3.1.3.6. */
  public static String leftHalf(String accessToken) {
    byte[] digest = sha256(accessToken);
    return base64Url(Arrays.copyOf(digest, digest.length / 2));
  }
}
