package fr.socle.lps.mss.client;

/**
 * What opens a mailbox.
 *
 * @param mechanism SASL mechanism: {@code XOAUTH2} with a token of Pro Santé Connect, {@code PLAIN}
 *     beside a certificate
 * @param secret the token, or a password that nobody looks at
 */
public record Key(String mechanism, String secret) {

  public static Key token(String token) {
    return new Key("XOAUTH2", token);
  }

  /** Says nothing of the secret, which must never reach a log. */
  @Override
  public String toString() {
    return "Key[" + mechanism + "]";
  }
}
