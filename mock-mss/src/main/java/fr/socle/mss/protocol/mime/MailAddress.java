package fr.socle.mss.protocol.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One address of a header, or the mark that begins or ends a group (RFC 3501 section 7.4.2).
 *
 * @param name display name as written, or the comment that stands for it
 * @param route the relays it is to go by, as in {@code <@a,@b:c@d>}; null for none
 * @param local what is before the at sign, or the name of the group that begins; null at its end
 * @param domain what is after it; null for a mark
 */
public record MailAddress(
    @Nullable String name,
    @Nullable String route,
    @Nullable String local,
    @Nullable String domain) {

  /** Reads the addresses of a header; what is none is left out. */
  public static List<MailAddress> read(String value) {
    return new Reader(value).addresses();
  }

  /** Walks through a header. */
  private static final class Reader {
    private final String text;
    private final List<MailAddress> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
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
          case '(' -> comment(said);
          case '<' -> angle = angle();
          case ',' -> flush();
          case ':' -> {
            found.add(new MailAddress(null, null, words.toString().strip(), null));
            words.setLength(0);
            said.setLength(0);
          }
          case ';' -> {
            flush();
            found.add(new MailAddress(null, null, null, null));
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

    /** What is between angle brackets, without its comments and blanks. */
    private String angle() {
      StringBuilder address = new StringBuilder();
      while (at < text.length()) {
        char next = text.charAt(at++);
        if (next == '>') {
          break;
        }
        if (next == '(') {
          comment(new StringBuilder());
        } else if (next != ' ' && next != '\t') {
          address.append(next);
        }
      }
      return address.toString();
    }

    private void comment(StringBuilder into) {
      int depth = 1;
      while (at < text.length()) {
        char next = text.charAt(at++);
        if (next == '\\' && at < text.length()) {
          next = text.charAt(at++);
        } else if (next == '(') {
          depth++;
        } else if (next == ')' && --depth == 0) {
          break;
        }
        into.append(next);
      }
    }

    private void flush() {
      String before = words.toString().strip();
      String address = angle == null ? before : angle;
      String name = angle == null ? said.toString().strip() : before;
      String route = null;
      int colon = address.indexOf(':');
      if (address.startsWith("@") && colon > 0) {
        route = address.substring(0, colon);
        address = address.substring(colon + 1);
      }
      if (!address.isEmpty()) {
        int sign = address.lastIndexOf('@');
        found.add(
            new MailAddress(
                name.isEmpty() ? null : name,
                route,
                sign < 0 ? address : address.substring(0, sign),
                sign < 0 ? "" : address.substring(sign + 1)));
      }
      words.setLength(0);
      said.setLength(0);
      angle = null;
    }
  }
}
