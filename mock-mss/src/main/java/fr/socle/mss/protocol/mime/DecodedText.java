package fr.socle.mss.protocol.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What text says once its encodings are taken off; what is wrong in them stays as it is. */
public final class DecodedText {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,40})\\?([BbQq])\\?([^?\\s]{0,400})\\?=");
  private static final Pattern BETWEEN = Pattern.compile("(\\?=)\\s+(?==\\?)");

  private DecodedText() {}

  /** The text of a header (RFC 2047). */
  public static String ofHeader(String value) {
    String raw = new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    Matcher matcher = WORD.matcher(BETWEEN.matcher(raw).replaceAll("$1"));
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      byte[] coded = matcher.group(3).getBytes(StandardCharsets.ISO_8859_1);
      byte[] bytes =
          matcher.group(2).equalsIgnoreCase("B") ? base64(coded) : quotedPrintable(coded, true);
      matcher.appendReplacement(
          text, Matcher.quoteReplacement(new String(bytes, charset(matcher.group(1)))));
    }
    return matcher.appendTail(text).toString();
  }

  /** The text of a part, its transfer encoding and charset taken off. */
  public static String ofPart(byte[] message, MimePart part) {
    return new String(bytesOf(message, part), charset(part.charset().orElse("UTF-8")));
  }

  /** The bytes of a part, its transfer encoding taken off. */
  public static byte[] bytesOf(byte[] message, MimePart part) {
    byte[] raw = java.util.Arrays.copyOfRange(message, part.bodyStart(), part.end());
    return switch (part.encoding()) {
      case "BASE64" -> base64(raw);
      case "QUOTED-PRINTABLE" -> quotedPrintable(raw, false);
      default -> raw;
    };
  }

  /** All that can be read in the body of a message: its text parts, messages within it. */
  public static String ofBody(byte[] message, MimePart part) {
    MimePart inner = part.message();
    if (inner != null) {
      StringBuilder text = new StringBuilder();
      inner.header().fields().forEach(each -> text.append(ofHeader(each.raw())));
      return text.append(ofBody(message, inner)).toString();
    }
    if (!part.parts().isEmpty()) {
      StringBuilder text = new StringBuilder();
      part.parts().forEach(each -> text.append(ofBody(message, each)).append('\n'));
      return text.toString();
    }
    return part.mainType().equals("TEXT") ? ofPart(message, part) : "";
  }

  private static Charset charset(String name) {
    try {
      int star = name.indexOf('*');
      Charset said = Charset.forName(star < 0 ? name : name.substring(0, star));
      return said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static byte[] base64(byte[] coded) {
    try {
      return Base64.getMimeDecoder().decode(coded);
    } catch (IllegalArgumentException e) {
      return coded;
    }
  }

  private static byte[] quotedPrintable(byte[] coded, boolean header) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < coded.length; i++) {
      if (coded[i] == '=' && i + 2 < coded.length && coded[i + 1] == '\r') {
        i += 2;
      } else if (coded[i] == '=' && i + 1 < coded.length && coded[i + 1] == '\n') {
        i++;
      } else if (coded[i] == '='
          && i + 2 < coded.length
          && Character.digit(coded[i + 1], 16) >= 0
          && Character.digit(coded[i + 2], 16) >= 0) {
        bytes.write(Character.digit(coded[i + 1], 16) * 16 + Character.digit(coded[i + 2], 16));
        i += 2;
      } else {
        bytes.write(header && coded[i] == '_' ? ' ' : coded[i]);
      }
    }
    return bytes.toByteArray();
  }
}
