package fr.socle.mss.protocol.sasl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The initial response of XOAUTH2, or of OAUTHBEARER (RFC 7628 section 3.1).
 *
 * @param user address of the mailbox
 * @param token bearer token
 */
public record BearerResponse(String user, String token) {
  private static final String XOAUTH2_REFUSED =
      "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"openid\"}";
  // RFC 7628 section 3.2.2: an error code of RFC 6750.
  private static final String OAUTHBEARER_REFUSED =
      "{\"status\":\"invalid_token\",\"scope\":\"openid\"}";
  private static final Pattern XOAUTH2 =
      Pattern.compile("user=([^\\x01]{1,254})\\x01auth=Bearer ([^\\x01]{1,16384})\\x01\\x01");
  private static final Pattern OAUTHBEARER =
      Pattern.compile(
          "[ny],(?:a=([^,\\x01]{1,254}))?,\\x01(?:[^\\x01]{1,300}\\x01){0,8}?auth=Bearer"
              + " ([^\\x01]{1,16384})\\x01(?:[^\\x01]{1,300}\\x01){0,8}\\x01",
          Pattern.CASE_INSENSITIVE);

  /** The challenge that tells why a token was refused, in base64. */
  public static String refused(String mechanism) {
    String told = mechanism.equals("XOAUTH2") ? XOAUTH2_REFUSED : OAUTHBEARER_REFUSED;
    return Base64.getEncoder().encodeToString(told.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads a response.
   *
   * @param mechanism {@code XOAUTH2} or {@code OAUTHBEARER}
   * @param encoded as sent, in base64
   * @return nothing when it is not well formed
   */
  public static Optional<BearerResponse> read(String mechanism, String encoded) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)))
              .toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
    Matcher matcher = (mechanism.equals("XOAUTH2") ? XOAUTH2 : OAUTHBEARER).matcher(text);
    if (!matcher.matches() || matcher.group(1) == null) {
      return Optional.empty();
    }
    // RFC 5801 section 4: a comma and an equals sign are written so in a name.
    String user = matcher.group(1).replace("=2C", ",").replace("=3D", "=");
    return Optional.of(new BearerResponse(user, matcher.group(2)));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "BearerResponse[" + user + "]";
  }
}
