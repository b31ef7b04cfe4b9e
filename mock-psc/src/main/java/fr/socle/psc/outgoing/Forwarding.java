package fr.socle.psc.outgoing;

import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an intermediary passes on, RFC 9110 7.6.1. */
public final class Forwarding {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private Forwarding() {}

  /** The headers that are not of the connection, in order. */
  public static List<Header> kept(Headers headers) {
    Set<String> dropped = new HashSet<>(OF_THE_CONNECTION);
    headers.all("Connection").stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(name -> name.trim().toLowerCase(Locale.ROOT))
        .forEach(dropped::add);
    return headers.lines().stream()
        .filter(line -> !dropped.contains(line.name().toLowerCase(Locale.ROOT)))
        .filter(line -> !line.name().startsWith(":"))
        .toList();
  }

  /** The headers without some. */
  public static Headers without(Headers headers, String... names) {
    Set<String> dropped = new HashSet<>();
    for (String name : names) {
      dropped.add(name.toLowerCase(Locale.ROOT));
    }
    return new Headers(
        headers.lines().stream()
            .filter(line -> !dropped.contains(line.name().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
