package fr.socle.bench.wire;

import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Request line and headers, as sent: the parser has already accepted them.
 *
 * @param method method
 * @param target target as received
 * @param version such as {@code HTTP/1.1}
 * @param headers headers in order, case of the names kept; values in ISO-8859-1
 */
public record RequestHead(String method, String target, String version, Headers headers) {

  /**
   * Splits a head that the HTTP parser found correct (RFC 9112 section 2.1; folded lines were
   * refused, section 5.2).
   */
  static RequestHead parse(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
    String[] words = lines[0].split(" +", 3);
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(lines[i].substring(0, colon), blanksOff(lines[i].substring(colon + 1))));
      }
    }
    return new RequestHead(
        words[0],
        words.length > 1 ? words[1] : "",
        words.length > 2 ? words[2].trim() : "",
        new Headers(headers));
  }

  private static String blanksOff(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  // Only the two characters of OWS (RFC 9110 section 5.6.3): anything else belongs to the value.
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
