package fr.socle.psc.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Parameter;
import fr.socle.bench.http.Parameters;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.Jwt;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client really sent. By hand: a library would refuse the malformed request before the
 * checks can say what is wrong with it.
 */
public final class Reading {
  private Reading() {}

  /** Parameters of the query. */
  public static Asked query(IncomingRequest request) {
    return asked(request.query());
  }

  /** Parameters of a form body; none when the body is not one. */
  public static Asked form(IncomingRequest request) {
    return isForm(request) ? asked(request.form()) : new Asked(Map.of());
  }

  /** Parameters of a GET in the query, of a POST in the body. */
  static Asked queryOrForm(IncomingRequest request) {
    return request.method().equals("POST") ? form(request) : query(request);
  }

  /** Whether the body says that it is a form. */
  public static boolean isForm(IncomingRequest request) {
    return request
        .headers()
        .first("Content-Type")
        .map(type -> type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
        .filter("application/x-www-form-urlencoded"::equals)
        .isPresent();
  }

  /** What the client showed to authenticate, psc.md 1.5. */
  public static ClientProof proof(IncomingRequest request, Asked form) {
    Set<ClientProof.Method> methods = EnumSet.noneOf(ClientProof.Method.class);
    String clientId = form.first("client_id").orElse(null);
    String secret = form.first("client_secret").orElse(null);
    if (secret != null) {
      methods.add(ClientProof.Method.POST);
    }
    Optional<String> assertion = form.first("client_assertion");
    if (assertion.isPresent()) {
      methods.add(ClientProof.Method.ASSERTION);
      if (clientId == null) {
        clientId = subject(assertion.get());
      }
    }
    Optional<String[]> basic = basic(request);
    if (basic.isPresent()) {
      methods.add(ClientProof.Method.BASIC);
      clientId = basic.get()[0];
      secret = basic.get()[1];
    }
    Optional<X509Certificate> certificate = request.tls().clientCertificate();
    if (certificate.isPresent()) {
      methods.add(ClientProof.Method.CERTIFICATE);
    }
    return new ClientProof(
        methods,
        clientId,
        secret,
        certificate.map(X509Certificate::getSubjectX500Principal).orElse(null),
        thumbprint(request).orElse(null));
  }

  // RFC 7523 3: the subject of an assertion is the client; read for the journal, never believed
  private static @Nullable String subject(String assertion) {
    return Jwt.read(assertion).map(jwt -> jwt.claims().path("sub").textValue()).orElse(null);
  }

  /** {@code x5t#S256} of the client certificate, RFC 8705 3.1. */
  public static Optional<String> thumbprint(IncomingRequest request) {
    return request
        .tls()
        .clientCertificate()
        .map(
            certificate -> {
              try {
                byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
              } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
                throw new IllegalStateException("a certificate of a handshake has a form", e);
              }
            });
  }

  /** Value of the {@code Authorization} header of this scheme. */
  public static Optional<String> authorization(IncomingRequest request, String scheme) {
    return request
        .headers()
        .first("Authorization")
        .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
        .map(value -> value.substring(scheme.length() + 1).trim());
  }

  /** Value of a cookie. */
  public static Optional<String> cookie(IncomingRequest request, String name) {
    return request.headers().all("Cookie").stream()
        .flatMap(line -> List.of(line.split(";")).stream())
        .map(String::trim)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }

  private static Asked asked(Parameters parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters.list()) {
      values.computeIfAbsent(parameter.name(), name -> new ArrayList<>()).add(parameter.value());
    }
    return new Asked(values);
  }

  private static Optional<String[]> basic(IncomingRequest request) {
    return authorization(request, "Basic").flatMap(Reading::credentials);
  }

  private static Optional<String[]> credentials(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0) {
        return Optional.empty();
      }
      return Optional.of(
          new String[] {unescape(pair.substring(0, colon)), unescape(pair.substring(colon + 1))});
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // RFC 6749 2.3.1: both parts are form-encoded; a part that is not is taken as it stands
  private static String unescape(String part) {
    try {
      return URLDecoder.decode(part, UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }
}
