package fr.socle.psc.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses with an answer in their query or fragment. */
final class Redirects {
  private Redirects() {}

  static String inQuery(String address, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return address;
    }
    return address + (address.contains("?") ? "&" : "?") + encode(parameters);
  }

  static String inFragment(String address, Map<String, String> parameters) {
    return address + "#" + encode(parameters);
  }

  private static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
