package fr.socle.lps.psc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the browser may bring the answer back on this machine (RFC 8252 7.3), chosen among the
 * addresses declared for the client.
 *
 * @param host {@code 127.0.0.1} or {@code localhost}
 * @param port 0 when any port will do
 * @param path path of the return page
 */
record RedirectAddress(String host, int port, String path) {

  private static final Pattern LOOPBACK =
      Pattern.compile("http://(127\\.0\\.0\\.1|localhost)(?::(\\*|\\d{1,5}))?(/[^?#]*)?");

  /** The first declared loopback address, or nothing when none is; any where none is declared. */
  static Optional<RedirectAddress> choose(List<String> declared, String path) {
    if (declared.isEmpty()) {
      return Optional.of(new RedirectAddress("127.0.0.1", 0, path));
    }
    return declared.stream()
        .map(LOOPBACK::matcher)
        .filter(Matcher::matches)
        .map(
            matcher -> {
              String port = matcher.group(2);
              String fixed = matcher.group(3) == null ? "" : matcher.group(3);
              boolean free = fixed.contains("*") || fixed.contains("...");
              return new RedirectAddress(
                  matcher.group(1),
                  port == null || port.equals("*") ? 0 : Integer.parseInt(port),
                  free ? path : fixed);
            })
        .findFirst();
  }

  /** The exact address once a port is known. */
  URI at(int actualPort) {
    return URI.create("http://" + host + ":" + actualPort + path);
  }
}
