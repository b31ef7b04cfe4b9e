package fr.socle.mss.protocol.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One address of a header, or the mark that begins or ends a group (RFC 3501 section 7.4.2).
 *
 * @param name display name as written
 * @param local what is before the at sign, or the name of the group that begins; null at its end
 * @param domain what is after it; null for a mark
 */
public record MailAddress(@Nullable String name, @Nullable String local, @Nullable String domain) {

  /** Reads the addresses of a header; what is none is left out. */
  public static List<MailAddress> read(String value) {
    return new Reader(value).addresses();
  }

  /** Walks through a header. */
  private static final class Reader {
    private final String text;
    private final List<MailAddress> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable String angle;
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private List<MailAddress> addresses() {
      while (at < text.length()) {
        char next = text.charAt(at++);
        switch (next) {
          case '"' -> quoted();
          case '(' -> comment();
          case '<' -> {
            int end = text.indexOf('>', at);
            angle = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
          }
          case ',' -> flush();
          case ':' -> {
            found.add(new MailAddress(null, words.toString().strip(), null));
            words.setLength(0);
          }
          case ';' -> {
            flush();
            found.add(new MailAddress(null, null, null));
          }
          default -> words.append(next);
        }
      }
      flush();
      return found;
    }

    private void quoted() {
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        words.append(text.charAt(at++));
      }
      at++;
    }

    private void comment() {
      int depth = 1;
      while (at < text.length() && depth > 0) {
        char next = text.charAt(at++);
        if (next == '\\') {
          at++;
        } else if (next == '(') {
          depth++;
        } else if (next == ')') {
          depth--;
        }
      }
    }

    private void flush() {
      String said = words.toString().strip();
      String address = angle == null ? said : angle.strip();
      if (!address.isEmpty()) {
        int sign = address.lastIndexOf('@');
        found.add(
            new MailAddress(
                angle == null || said.isEmpty() ? null : said,
                sign < 0 ? address : address.substring(0, sign),
                sign < 0 ? "" : address.substring(sign + 1)));
      }
      words.setLength(0);
      angle = null;
    }
  }
}
