package fr.socle.bench.soap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Content-Type} of a SOAP message, read with tolerance: what cannot be read as a
 * parameter is left out.
 *
 * @param mediaType such as {@code application/soap+xml}, lower case; empty when absent
 * @param parameters parameters by lower-case name, quotes removed
 */
public record SoapContentType(String mediaType, Map<String, String> parameters) {

  /** Copies the map. */
  public SoapContentType {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a header value; null stands for an absent header. */
  public static SoapContentType parse(@Nullable String header) {
    if (header == null) {
      return new SoapContentType("", Map.of());
    }
    int end = header.indexOf(';');
    String type = (end < 0 ? header : header.substring(0, end)).strip();
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = end < 0 ? header.length() : end + 1;
    while (at < header.length()) {
      int next = endOfParameter(header, at);
      put(parameters, header.substring(at, next));
      at = next + 1;
    }
    return new SoapContentType(type.toLowerCase(Locale.ROOT), parameters);
  }

  /** The {@code charset} parameter. */
  public @Nullable String charset() {
    return parameters.get("charset");
  }

  /** The {@code action} parameter (RFC 3902); an empty one counts as absent. */
  public @Nullable String action() {
    String action = parameters.get("action");
    return action == null || action.isBlank() ? null : action;
  }

  /** Whether the media type is the one of this version of SOAP. */
  public boolean announces(SoapVersion version) {
    return mediaType.equals(version.mediaType());
  }

  private static int endOfParameter(String header, int from) {
    boolean quoted = false;
    for (int i = from; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return header.length();
  }

  private static void put(Map<String, String> parameters, String parameter) {
    int equal = parameter.indexOf('=');
    if (equal > 0) {
      parameters.putIfAbsent(
          parameter.substring(0, equal).strip().toLowerCase(Locale.ROOT),
          unquoted(parameter.substring(equal + 1).strip()));
    }
  }

  private static String unquoted(String value) {
    if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
      return value;
    }
    return value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
  }
}
