package fr.socle.features.report.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A recorded HTTP message, read without judging it: whatever the bytes are, a reader sees them.
 *
 * @param head start line and headers as received, without the empty line
 * @param startLine first line
 * @param headers headers in the order of the wire
 * @param body bytes after the empty line
 */
@SuppressWarnings("ArrayRecordComponent")
record HttpText(String head, String startLine, List<Header> headers, byte[] body) {

  /** One header line. */
  record Header(String name, String value) {}

  static HttpText parse(byte[] message) {
    int end = endOfHead(message);
    int bodyStart = Math.min(message.length, end + separatorLength(message, end));
    String head = new String(message, 0, end, StandardCharsets.ISO_8859_1);
    String[] lines = head.split("\r?\n", -1);
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
      }
    }
    byte[] body = new byte[message.length - bodyStart];
    System.arraycopy(message, bodyStart, body, 0, body.length);
    return new HttpText(head, lines[0], List.copyOf(headers), body);
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** Media type in lower case without parameters, empty when there is none. */
  String mediaType() {
    String type = header("Content-Type").orElse("");
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /** The body as text, absent when it is not text. */
  Optional<String> bodyText() {
    return text(body, charset());
  }

  /** Bytes as text, absent when they do not decode or hold control characters. */
  static Optional<String> text(byte[] bytes, Charset charset) {
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
    boolean binary = text.chars().anyMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r');
    return binary ? Optional.empty() : Optional.of(text);
  }

  private Charset charset() {
    String type = header("Content-Type").orElse("");
    int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return StandardCharsets.UTF_8;
    }
    String rest = type.substring(at + "charset=".length());
    int semicolon = rest.indexOf(';');
    String name = (semicolon < 0 ? rest : rest.substring(0, semicolon)).replace("\"", "").strip();
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static int endOfHead(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (separatorLength(bytes, i) > 0) {
        return i;
      }
    }
    return bytes.length;
  }

  /** Length of an empty line that starts at the end of a line, 0 when there is none here. */
  private static int separatorLength(byte[] bytes, int at) {
    if (startsWith(bytes, at, "\r\n\r\n")) {
      return 4;
    }
    return startsWith(bytes, at, "\n\n") ? 2 : 0;
  }

  private static boolean startsWith(byte[] bytes, int at, String ascii) {
    if (at + ascii.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
