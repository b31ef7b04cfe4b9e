package fr.socle.mss.protocol.mime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A value with parameters, such as {@code Content-Type} (RFC 2045 section 5.1).
 *
 * @param value what is before the parameters, upper case
 * @param parameters by name, upper case, in order
 */
public record Parameterized(String value, Map<String, String> parameters) {
  /** Reads one. */
  public static Parameterized read(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = text.indexOf(';');
    String value = (at < 0 ? text : text.substring(0, at)).strip().toUpperCase(Locale.ROOT);
    while (at >= 0 && at < text.length()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = text.substring(at + 1, equals).strip().toUpperCase(Locale.ROOT);
      int start = equals + 1;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      StringBuilder found = new StringBuilder();
      int end = start;
      if (start < text.length() && text.charAt(start) == '"') {
        end++;
        while (end < text.length() && text.charAt(end) != '"') {
          if (text.charAt(end) == '\\' && end + 1 < text.length()) {
            end++;
          }
          found.append(text.charAt(end++));
        }
        end++;
      } else {
        while (end < text.length() && text.charAt(end) != ';') {
          found.append(text.charAt(end++));
        }
      }
      if (!name.isEmpty()) {
        parameters.putIfAbsent(name, found.toString().strip());
      }
      at = end > text.length() ? -1 : text.indexOf(';', end);
    }
    return new Parameterized(value, parameters);
  }
}
