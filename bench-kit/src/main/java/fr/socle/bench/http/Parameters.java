package fr.socle.bench.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parameters of a query or of a form in order, repeated ones kept.
 *
 * @param list the parameters
 */
public record Parameters(List<Parameter> list) {

  /** Copies the list. */
  public Parameters {
    list = List.copyOf(list);
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} text, UTF-8. A pair whose percent-encoding is
   * broken is kept as it stands.
   */
  public static Parameters parse(String encoded) {
    List<Parameter> list = new ArrayList<>();
    int start = 0;
    while (start <= encoded.length()) {
      int end = encoded.indexOf('&', start);
      String pair = encoded.substring(start, end < 0 ? encoded.length() : end);
      if (!pair.isEmpty()) {
        int equal = pair.indexOf('=');
        String name = equal < 0 ? pair : pair.substring(0, equal);
        String value = equal < 0 ? "" : pair.substring(equal + 1);
        list.add(new Parameter(decode(name), decode(value)));
      }
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return new Parameters(list);
  }

  /** First value of a parameter. */
  public Optional<String> first(String name) {
    return list.stream().filter(p -> p.name().equals(name)).map(Parameter::value).findFirst();
  }

  /** All values of a parameter. */
  public List<String> all(String name) {
    return list.stream().filter(p -> p.name().equals(name)).map(Parameter::value).toList();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
