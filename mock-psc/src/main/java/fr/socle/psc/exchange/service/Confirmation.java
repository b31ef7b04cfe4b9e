package fr.socle.psc.exchange.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.psc.service.Digests;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code cnf} of a token exchange: the thumbprint of a certificate, {@code {"x5t#S256":"…"}}.
 * Two writings are met, psc.md 2.6: that of RFC 8705 and that of the published example.
 *
 * @param form how it is written
 * @param thumbprint the thumbprint in the writing of RFC 8705, absent when it cannot be read
 */
public record Confirmation(Form form, @Nullable String thumbprint) {
  /** Name of the member, RFC 8705 3.1. */
  public static final String MEMBER = "x5t#S256";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{1,200}={0,2}");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");

  /** How a thumbprint is written. */
  public enum Form {
    /** Base64url without padding of the 32 bytes, RFC 8705 3.1. */
    RFC,
    /** The same 32 bytes in another alphabet of base64, or padded. */
    OTHER_BASE64,
    /** Base64 of the 64 hexadecimal characters, as in the published example. */
    HEXADECIMAL,
    /** Something else. */
    UNREADABLE
  }

  /** Reads the parameter. */
  public static Confirmation parse(String parameter) {
    try {
      JsonNode member = JSON.readTree(parameter).path(MEMBER);
      return member.isTextual() ? ofText(member.asText()) : unreadable();
    } catch (JsonProcessingException e) {
      return unreadable();
    }
  }

  /** Writes the thumbprint of RFC 8705 in one of the two writings. */
  static String write(String thumbprint, Form form) {
    if (form != Form.HEXADECIMAL) {
      return thumbprint;
    }
    String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(thumbprint));
    return Base64.getEncoder().encodeToString(hex.getBytes(US_ASCII));
  }

  private static Confirmation ofText(String text) {
    return decode(text).map(bytes -> ofBytes(text, bytes)).orElseGet(Confirmation::unreadable);
  }

  private static Confirmation ofBytes(String text, byte[] bytes) {
    if (bytes.length == 32) {
      String rfc = Digests.base64Url(bytes);
      return new Confirmation(rfc.equals(text) ? Form.RFC : Form.OTHER_BASE64, rfc);
    }
    String hex = new String(bytes, US_ASCII);
    return HEX.matcher(hex).matches()
        ? new Confirmation(Form.HEXADECIMAL, Digests.base64Url(HexFormat.of().parseHex(hex)))
        : unreadable();
  }

  private static Optional<byte[]> decode(String text) {
    if (!BASE64.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_')));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Confirmation unreadable() {
    return new Confirmation(Form.UNREADABLE, null);
  }
}
