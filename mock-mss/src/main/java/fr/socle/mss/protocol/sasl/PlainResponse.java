package fr.socle.mss.protocol.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The response of PLAIN (RFC 4616): the login is the address of an application mailbox, the
 * password is whatever the software sends (mssante.md 1.4).
 *
 * @param address address of the mailbox
 */
public record PlainResponse(String address) {
  private static final int LONGEST = 254;

  /**
   * Reads a response.
   *
   * @param encoded as sent, in base64
   * @return nothing when it is not well formed, or acts for another mailbox than its own
   */
  public static Optional<PlainResponse> read(String encoded) {
    String[] parts = parts(encoded);
    if (parts.length != 3
        || parts[1].isEmpty()
        || parts[1].length() > LONGEST
        || !(parts[0].isEmpty() || parts[0].equalsIgnoreCase(parts[1]))) {
      return Optional.empty();
    }
    return Optional.of(new PlainResponse(parts[1]));
  }

  /** The login of a response, whomever it acts for; empty when it cannot be read. */
  public static String login(String encoded) {
    String[] parts = parts(encoded);
    return parts.length == 3 && parts[1].length() <= LONGEST ? parts[1] : "";
  }

  private static String[] parts(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8)
          .split("\0", -1);
    } catch (IllegalArgumentException e) {
      return new String[0];
    }
  }
}
