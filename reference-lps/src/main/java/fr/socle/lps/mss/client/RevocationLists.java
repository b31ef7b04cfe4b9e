package fr.socle.lps.mss.client;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether the certificate of an operator is revoked, by the list it names (ECO.1.1.6). The last
 * list is kept: until it is over, a download that fails does not cut the service (ECO.1.1.7).
 * Thread-safe.
 */
public final class RevocationLists {

  private static final String DISTRIBUTION_POINTS = "2.5.29.31";
  // RFC 5280 4.2.1.6: uniformResourceIdentifier is [6] IA5String
  private static final int URI_TAG = 0x86;
  private static final int LARGEST = 8 << 20;

  private final Clock clock;
  private final int patienceMs;
  private final Defects defects;
  private final Map<URI, X509CRL> kept = new ConcurrentHashMap<>();

  /**
   * @param patienceMs how long a download may take
   */
  public RevocationLists(Clock clock, int patienceMs, Defects defects) {
    this.clock = clock;
    this.patienceMs = patienceMs;
    this.defects = defects;
  }

  /**
   * Refuses a certificate that is revoked, or of which nobody can say. One that names no list is
   * let through: nothing can be asked of it.
   *
   * @param chain the certificate, then who issued it
   * @throws CertificateException when it is refused
   */
  public void check(X509Certificate[] chain) throws CertificateException {
    if (defects.has(Mutant.MSS_REVOCATION_IGNOREE) || chain.length < 2) {
      return;
    }
    List<URI> points = points(chain[0]);
    if (points.isEmpty()) {
      return;
    }
    X509CRL list = current(points, chain[1]);
    if (list == null) {
      throw new CertificateException("la révocation du certificat ne peut pas être vérifiée");
    }
    if (list.isRevoked(chain[0])) {
      throw new CertificateException("le certificat est révoqué");
    }
  }

  private @Nullable X509CRL current(List<URI> points, X509Certificate issuer) {
    for (URI point : points) {
      try {
        X509CRL list = download(point);
        list.verify(issuer.getPublicKey());
        if (isCurrent(list)) {
          kept.put(point, list);
          return list;
        }
      } catch (IOException | GeneralSecurityException e) {
        // the next one, then the one that was kept
      }
    }
    if (defects.has(Mutant.MSS_LCR_NON_GARDEE)) {
      return null;
    }
    return points.stream()
        .map(kept::get)
        .filter(list -> list != null && isCurrent(list))
        .findFirst()
        .orElse(null);
  }

  private boolean isCurrent(X509CRL list) {
    Date end = list.getNextUpdate();
    Instant now = clock.instant();
    return !list.getThisUpdate().toInstant().isAfter(now)
        && end != null
        && end.toInstant().isAfter(now);
  }

  private X509CRL download(URI point) throws IOException, GeneralSecurityException {
    HttpURLConnection connection = (HttpURLConnection) point.toURL().openConnection();
    connection.setConnectTimeout(patienceMs);
    connection.setReadTimeout(patienceMs);
    connection.setUseCaches(false);
    try {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("réponse " + connection.getResponseCode());
      }
      try (InputStream body = connection.getInputStream()) {
        return (X509CRL)
            CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(body.readNBytes(LARGEST)));
      }
    } finally {
      connection.disconnect();
    }
  }

  /** The HTTP addresses of the lists that a certificate names. */
  static List<URI> points(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(DISTRIBUTION_POINTS);
    List<URI> found = new ArrayList<>();
    if (extension == null) {
      return found;
    }
    for (int i = 0; i + 2 < extension.length; i++) {
      if ((extension[i] & 0xff) == URI_TAG) {
        // A length in one byte, or announced by 0x81
        int start = (extension[i + 1] & 0xff) == 0x81 ? i + 3 : i + 2;
        int length = extension[start - 1] & 0xff;
        if (start + length <= extension.length) {
          String address = new String(extension, start, length, StandardCharsets.US_ASCII);
          if (address.startsWith("http://")) {
            found.add(URI.create(address));
          }
        }
      }
    }
    return found;
  }
}
