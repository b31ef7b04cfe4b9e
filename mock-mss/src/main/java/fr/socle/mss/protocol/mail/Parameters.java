package fr.socle.mss.protocol.mail;

import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.Parameterized;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Names of files in headers: plain, encoded words, or RFC 2231. */
final class Parameters {
  private static final int MOST_PIECES = 50;

  private Parameters() {}

  static String fileName(String disposition) {
    return of(Parameterized.read(disposition).parameters(), "FILENAME");
  }

  static String of(Map<String, String> parameters, String name) {
    String plain = parameters.get(name);
    String extended = parameters.get(name + "*");
    if (extended != null) {
      return decoded(extended.substring(extended.indexOf('\'', extended.indexOf('\'') + 1) + 1));
    }
    if (plain != null) {
      return DecodedText.ofHeader(plain);
    }
    StringBuilder pieces = new StringBuilder();
    boolean coded = false;
    for (int i = 0; i < MOST_PIECES; i++) {
      String piece = parameters.get(name + "*" + i);
      String starred = parameters.get(name + "*" + i + "*");
      if (piece == null && starred == null) {
        break;
      }
      coded |= starred != null;
      String next = starred == null ? String.valueOf(piece) : starred;
      pieces.append(
          i == 0 && starred != null
              ? next.substring(next.indexOf('\'', next.indexOf('\'') + 1) + 1)
              : next);
    }
    return coded ? decoded(pieces.toString()) : pieces.toString();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
