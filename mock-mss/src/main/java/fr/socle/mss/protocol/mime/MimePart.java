package fr.socle.mss.protocol.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message, or a part of one: where it is in the bytes of the whole, and what its header says.
 *
 * @param headerStart where its header begins
 * @param bodyStart where its body begins, after the empty line
 * @param end where it ends
 * @param lines line ends of its body
 * @param header its header
 * @param type its {@code Content-Type}
 * @param parts what a multipart holds
 * @param message the message a {@code message/rfc822} holds
 */
public record MimePart(
    int headerStart,
    int bodyStart,
    int end,
    int lines,
    HeaderBlock header,
    Parameterized type,
    List<MimePart> parts,
    @Nullable MimePart message) {
  // RFC 2045 section 5.2.
  private static final String PLAIN = "TEXT/PLAIN; CHARSET=us-ascii";
  private static final int DEEPEST = 30;
  private static final int MOST_PARTS = 1000;

  /** Copies the parts. */
  public MimePart {
    parts = List.copyOf(parts);
  }

  /** Reads a message. What is nested too deep or too numerous is one part. */
  public static MimePart read(byte[] bytes) {
    return read(bytes, 0, bytes.length, PLAIN, DEEPEST);
  }

  private static MimePart read(byte[] bytes, int from, int to, String byDefault, int deeper) {
    int bodyStart = from;
    int headerEnd = to;
    while (bodyStart < to) {
      int next = MimeLines.next(bytes, bodyStart, to);
      if (MimeLines.isEmpty(bytes, bodyStart, next)) {
        headerEnd = bodyStart;
        bodyStart = next;
        break;
      }
      bodyStart = next;
    }
    HeaderBlock header = HeaderBlock.read(bytes, from, headerEnd);
    Parameterized said = Parameterized.read(header.first("Content-Type").orElse(byDefault));
    Parameterized type =
        said.value().matches("[^/ ]+/[^/ ]+") ? said : Parameterized.read(byDefault);
    List<MimePart> parts = new ArrayList<>();
    MimePart message = null;
    String boundary = type.parameters().get("BOUNDARY");
    if (deeper > 0 && type.value().startsWith("MULTIPART/") && boundary != null) {
      String inner = type.value().equals("MULTIPART/DIGEST") ? "MESSAGE/RFC822" : PLAIN;
      for (int[] place : places(bytes, bodyStart, to, boundary)) {
        parts.add(read(bytes, place[0], place[1], inner, deeper - 1));
      }
    } else if (deeper > 0 && type.value().equals("MESSAGE/RFC822")) {
      message = read(bytes, bodyStart, to, PLAIN, deeper - 1);
    }
    return new MimePart(
        from, bodyStart, to, MimeLines.count(bytes, bodyStart, to), header, type, parts, message);
  }

  /** Between the boundaries (RFC 2046 section 5.1.1). */
  private static List<int[]> places(byte[] bytes, int from, int to, String boundary) {
    List<int[]> places = new ArrayList<>();
    String mark = "--" + boundary;
    int start = -1;
    for (int line = from; line < to && places.size() < MOST_PARTS; ) {
      int next = MimeLines.next(bytes, line, to);
      boolean last = isLine(bytes, line, next, mark + "--");
      if (last || isLine(bytes, line, next, mark)) {
        if (start >= 0) {
          places.add(
              new int[] {start, Math.max(start, MimeLines.withoutLineEnd(bytes, start, line))});
        }
        start = next;
        if (last) {
          return places;
        }
      }
      line = next;
    }
    if (start >= 0 && start < to && places.size() < MOST_PARTS) {
      places.add(new int[] {start, to});
    }
    return places;
  }

  /** Whether a line is this text, blanks after it left aside. */
  private static boolean isLine(byte[] bytes, int from, int to, String text) {
    if (!startsWith(bytes, from, to, text)) {
      return false;
    }
    for (int i = from + text.length(); i < to; i++) {
      if (" \t\r\n".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int from, int to, String text) {
    if (to - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[from + i] != (byte) text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Type before the slash, upper case. */
  public String mainType() {
    return type.value().substring(0, type.value().indexOf('/'));
  }

  /** Type after the slash, upper case. */
  public String subType() {
    return type.value().substring(type.value().indexOf('/') + 1);
  }

  /**
   * What it says of its charset, without comments (RFC 2045 section 5.1); nothing if it does not.
   */
  public Optional<String> charset() {
    return Optional.ofNullable(type.parameters().get("CHARSET")).map(HeaderComments::without);
  }

  /** Transfer encoding, upper case. */
  public String encoding() {
    String said = header.first("Content-Transfer-Encoding").orElse("7BIT");
    return Parameterized.read(said).value();
  }

  /**
   * A part by its number in the section of a {@code FETCH} (RFC 3501 section 6.4.5).
   *
   * @param number from 1
   */
  public Optional<MimePart> part(int number) {
    MimePart holder = message == null ? this : message;
    if (!holder.parts().isEmpty()) {
      return number <= holder.parts().size()
          ? Optional.of(holder.parts().get(number - 1))
          : Optional.empty();
    }
    return number == 1 && message != null ? Optional.of(holder) : Optional.empty();
  }
}
