package fr.socle.features.report.exchange;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.jspecify.annotations.Nullable;

/** The shell command that sends a recorded request again, without its body. */
final class CurlLine {
  // Headers that curl writes by itself, or that belong to one connection (RFC 9110, 7.6.1).
  private static final Set<String> OWN_OF_THE_CONNECTION =
      Set.of(
          "host",
          "content-length",
          "connection",
          "keep-alive",
          "transfer-encoding",
          "te",
          "trailer",
          "expect",
          "upgrade",
          "http2-settings");

  // RFC 9110, 5.6.2; curl reads a header that begins with "@" as the name of a file.
  private static final Pattern TOKEN = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");

  private CurlLine() {}

  static String of(Exchange exchange, HttpText request, @Nullable SpaceDescriptor space) {
    List<String> words = new ArrayList<>(List.of("curl", "--include", "--globoff", "--path-as-is"));
    String method = exchange.method() == null ? "GET" : exchange.method();
    if (method.equals("HEAD")) {
      words.add("--head");
    } else {
      words.addAll(List.of("--request", quoted(method)));
    }
    String base = base(exchange, request, space);
    if (base.startsWith("https:")) {
      words.addAll(List.of("--cacert", quoted(space == null ? "AC-DU-BANC.pem" : space.caFile())));
      identity(exchange, space, words);
    }
    for (HttpText.Header header : request.headers()) {
      if (TOKEN.matcher(header.name()).matches()
          && !OWN_OF_THE_CONNECTION.contains(header.name().toLowerCase(Locale.ROOT))) {
        // curl writes an empty header when its name ends with a semicolon.
        String line =
            header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value();
        words.addAll(List.of("--header", quoted(line)));
      }
    }
    String target = exchange.target() == null ? "/" : exchange.target();
    // A target that is not a path would change the address it is sent to.
    words.add(quoted(base + (target.startsWith("/") ? target : "/" + target)));
    return String.join(" ", words);
  }

  /** A word that a POSIX shell takes as it is. */
  static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String base(Exchange exchange, HttpText request, @Nullable SpaceDescriptor space) {
    Optional<URI> declared =
        Optional.ofNullable(space).map(s -> s.urls().get(exchange.listener())).map(URI::create);
    String authority =
        request
            .header("Host")
            .or(() -> declared.map(URI::getAuthority))
            .orElse("ADRESSE-DU-SERVICE");
    String scheme =
        declared.map(URI::getScheme).or(() -> schemeOf(authority, space)).orElse("https");
    return scheme + "://" + authority;
  }

  private static Optional<String> schemeOf(String authority, @Nullable SpaceDescriptor space) {
    if (space == null) {
      return Optional.empty();
    }
    int colon = authority.lastIndexOf(':');
    String port = colon < 0 ? "" : authority.substring(colon + 1);
    return space.urls().values().stream()
        .map(URI::create)
        .filter(url -> Integer.toString(url.getPort()).equals(port))
        .map(URI::getScheme)
        .findFirst();
  }

  private static void identity(
      Exchange exchange, @Nullable SpaceDescriptor space, List<String> words) {
    String subject = exchange.clientCertificate();
    if (subject == null) {
      return;
    }
    Optional<KeyStoreDescription> known =
        space == null
            ? Optional.empty()
            : space.keyStores().stream().filter(k -> same(k.subject(), subject)).findFirst();
    words.addAll(
        List.of(
            "--cert",
            quoted(known.map(KeyStoreDescription::pem).orElse("VOTRE-CERTIFICAT.pem")),
            "--key",
            quoted(known.map(KeyStoreDescription::key).orElse("VOTRE-CLE.pem"))));
  }

  private static boolean same(String one, String other) {
    try {
      return new LdapName(one).equals(new LdapName(other));
    } catch (InvalidNameException unreadable) {
      return one.equals(other);
    }
  }
}
