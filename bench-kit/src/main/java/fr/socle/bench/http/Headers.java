package fr.socle.bench.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Headers in order, repeated ones kept.
 *
 * @param lines the header lines
 */
public record Headers(List<Header> lines) {

  /** Copies the lines. */
  public Headers {
    lines = List.copyOf(lines);
  }

  /** No header. */
  public static Headers none() {
    return new Headers(List.of());
  }

  /** First value of a header, whatever the case of its name. */
  public Optional<String> first(String name) {
    return lines.stream()
        .filter(line -> line.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** All values of a header, in order. */
  public List<String> all(String name) {
    return lines.stream()
        .filter(line -> line.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** These headers and one more at the end. */
  public Headers with(String name, String value) {
    List<Header> more = new ArrayList<>(lines);
    more.add(new Header(name, value));
    return new Headers(more);
  }
}
