package fr.socle.mss.protocol.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a message or of a part.
 *
 * @param fields fields in order
 */
public record HeaderBlock(List<Field> fields) {
  /** Copies the fields. */
  public HeaderBlock {
    fields = List.copyOf(fields);
  }

  /**
   * One field.
   *
   * @param name name, as written
   * @param value value, unfolded, without the blanks around it; bytes as ISO-8859-1
   * @param raw the whole field as it is, line ends included; bytes as ISO-8859-1
   */
  public record Field(String name, String value, String raw) {}

  /**
   * Reads the header of a message.
   *
   * @param bytes the message, or as much of it as the header needs
   */
  public static HeaderBlock of(byte[] bytes) {
    int end = 0;
    while (end < bytes.length) {
      int next = MimeLines.next(bytes, end, bytes.length);
      if (MimeLines.isEmpty(bytes, end, next)) {
        break;
      }
      end = next;
    }
    return read(bytes, 0, end);
  }

  /**
   * Reads a header.
   *
   * @param bytes the message
   * @param from where the header begins
   * @param to where its last field ends
   */
  static HeaderBlock read(byte[] bytes, int from, int to) {
    List<Field> fields = new ArrayList<>();
    int start = from;
    while (start < to) {
      int end = MimeLines.next(bytes, start, to);
      while (end < to && (bytes[end] == ' ' || bytes[end] == '\t')) {
        end = MimeLines.next(bytes, end, to);
      }
      String raw = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
      int colon = raw.indexOf(':');
      if (colon > 0) {
        fields.add(
            new Field(
                raw.substring(0, colon).strip(),
                raw.substring(colon + 1).replaceAll("\r?\n", "").strip(),
                raw));
      }
      start = end;
    }
    return new HeaderBlock(fields);
  }

  /** The header at the beginning of a message; nothing if it goes on beyond these bytes. */
  public static Optional<HeaderBlock> atTopOf(byte[] bytes) {
    int line = 0;
    while (line < bytes.length) {
      int next = MimeLines.next(bytes, line, bytes.length);
      if (MimeLines.isEmpty(bytes, line, next)) {
        return Optional.of(read(bytes, 0, line));
      }
      line = next;
    }
    return Optional.empty();
  }

  /** The value of the first field of a name, whatever its case. */
  public Optional<String> first(String name) {
    return fields.stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /** The values of the fields of a name. */
  public List<String> all(String name) {
    return fields.stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }
}
