package fr.socle.psc.proxy.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes forms. */
final class Forms {
  private Forms() {}

  static byte[] bytes(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
