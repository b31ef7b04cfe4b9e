package fr.socle.lps.psc;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code application/x-www-form-urlencoded} text of queries and token requests. */
final class Form {

  private Form() {}

  static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An address with parameters added to those it may already have. */
  static URI with(URI address, Map<String, String> parameters) {
    String joint = address.getRawQuery() == null ? "?" : "&";
    return URI.create(address + joint + encode(parameters));
  }

  /** The parameters of a query, with every value of a repeated one. */
  static Map<String, List<String>> decode(@Nullable String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equal = pair.indexOf('=');
      String name = equal < 0 ? pair : pair.substring(0, equal);
      String value = equal < 0 ? "" : pair.substring(equal + 1);
      parameters.computeIfAbsent(decode1(name), key -> new ArrayList<>()).add(decode1(value));
    }
    return parameters;
  }

  private static String decode1(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray percent sign: the value will simply not match anything expected
    }
  }
}
