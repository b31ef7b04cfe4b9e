package fr.socle.app.champs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A correct message, or a part of one, that can be written again with one thing changed. Each
 * character is a byte. What a message carries within it is left as it is.
 *
 * @param fields header, in order
 * @param body what follows the header, when it is not of several parts
 * @param parts what a multipart holds
 */
record MailPart(List<Field> fields, String body, List<MailPart> parts) {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final String END = "\r\n";

  /** Copies the lists. */
  MailPart {
    fields = List.copyOf(fields);
    parts = List.copyOf(parts);
  }

  /**
   * A field of a header.
   *
   * @param name name
   * @param value what follows the colon, unfolded
   */
  record Field(String name, String value) {
    /** The same, with another value. */
    Field saying(String other) {
      return new Field(name, other);
    }
  }

  /** Reads a message or a part. */
  static MailPart read(String text) {
    int blank = text.startsWith(END) ? 0 : text.indexOf(END + END) + END.length();
    List<Field> fields = fields(text.substring(0, blank));
    String body = text.substring(Math.min(text.length(), blank + END.length()));
    MailPart whole = new MailPart(fields, body, List.of());
    Optional<String> boundary = whole.boundary();
    return boundary.isEmpty()
        ? whole
        : new MailPart(fields, "", inside(body, "--" + boundary.get()));
  }

  /** Lines that begin with a name and a colon; those that are folded are one. */
  static List<Field> fields(String head) {
    List<Field> fields = new ArrayList<>();
    for (String line : head.replaceAll("\r\n(?=[ \t])", "").split(END, -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return fields;
  }

  private static List<MailPart> inside(String body, String mark) {
    List<MailPart> parts = new ArrayList<>();
    int at = body.indexOf(mark);
    while (at >= 0) {
      int start = body.indexOf(END, at) + END.length();
      int next = body.indexOf(END + mark, start - END.length());
      if (next < 0) {
        break;
      }
      parts.add(read(body.substring(Math.min(start, next + END.length()), Math.max(start, next))));
      at = next + END.length();
      if (body.startsWith(mark + "--", at)) {
        break;
      }
    }
    return parts;
  }

  /** Its bytes, each a character. */
  String write() {
    StringBuilder text = new StringBuilder(head(fields)).append(END);
    Optional<String> boundary = boundary();
    if (parts.isEmpty() || boundary.isEmpty()) {
      return text.append(body).toString();
    }
    for (MailPart part : parts) {
      text.append("--").append(boundary.get()).append(END).append(part.write()).append(END);
    }
    return text.append("--").append(boundary.get()).append("--").append(END).toString();
  }

  /** The lines of a header. */
  static String head(List<Field> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        field -> text.append(field.name()).append(": ").append(field.value()).append(END));
    return text.toString();
  }

  private Optional<String> boundary() {
    String type = first("Content-Type");
    Matcher matcher = BOUNDARY.matcher(type);
    return type.toLowerCase(Locale.ROOT).startsWith("multipart/") && matcher.find()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** The first field of a name; empty without one. */
  String first(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  /** Its type, lower case, without parameters. */
  String type() {
    String said = first("Content-Type").toLowerCase(Locale.ROOT);
    int end = said.indexOf(';');
    String type = (end < 0 ? said : said.substring(0, end)).strip();
    return type.isEmpty() ? "text/plain" : type;
  }

  /** Its content, without transfer encoding. */
  byte[] content() {
    byte[] raw = body.getBytes(StandardCharsets.ISO_8859_1);
    return switch (encoding()) {
      case "base64" -> Base64.getMimeDecoder().decode(raw);
      case "quoted-printable" -> unquoted(raw);
      default -> raw;
    };
  }

  private String encoding() {
    return first("Content-Transfer-Encoding").toLowerCase(Locale.ROOT);
  }

  private static byte[] unquoted(byte[] raw) {
    String text = new String(raw, StandardCharsets.ISO_8859_1).replace("=" + END, "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '=' && i + 2 < text.length()) {
        out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(text.charAt(i));
      }
    }
    return out.toByteArray();
  }

  /** The same part with another content, in the same transfer encoding. */
  MailPart holding(byte[] content) {
    String written =
        switch (encoding()) {
          case "base64" -> Base64.getMimeEncoder().encodeToString(content);
          case "quoted-printable" -> quoted(content);
          default -> new String(content, StandardCharsets.ISO_8859_1);
        };
    return new MailPart(fields, written, List.of());
  }

  private static String quoted(byte[] content) {
    StringBuilder text = new StringBuilder();
    int line = 0;
    for (byte each : content) {
      boolean plain = (each >= ' ' && each <= '~' && each != '=') || each == '\r' || each == '\n';
      String written = plain ? String.valueOf((char) each) : "=%02X".formatted(each & 0xff);
      line = each == '\n' ? 0 : line + written.length();
      if (line > 73) {
        text.append("=\r\n");
        line = written.length();
      }
      text.append(written);
    }
    return text.toString();
  }

  /** The same part with other fields. */
  MailPart headed(List<Field> other) {
    return new MailPart(other, body, parts);
  }

  /** The same part with other parts. */
  MailPart with(List<MailPart> other) {
    return new MailPart(fields, body, other);
  }
}
