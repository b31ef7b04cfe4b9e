package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * A PKCE challenge (RFC 7636).
 *
 * @param method {@code S256} or {@code plain}
 * @param value challenge as received
 */
public record CodeChallenge(String method, String value) {
  // RFC 7636 4.1 and 4.2: 43 to 128 unreserved characters, verifier and challenge alike.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9\\-._~]{43,128}");

  /** Whether a text has the form of a verifier or of a challenge. */
  public static boolean wellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  /** Whether a verifier answers this challenge. */
  public boolean answeredBy(String verifier) {
    String answer = method.equals("S256") ? Digests.base64Url(Digests.sha256(verifier)) : verifier;
    return MessageDigest.isEqual(answer.getBytes(US_ASCII), value.getBytes(US_ASCII));
  }
}
