package fr.socle.insi;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Requests as a listener would hand them over, made from the example and bent by the tests. */
public final class Requests {
  public static final String CONTENT_TYPE =
      "application/soap+xml; charset=utf-8;"
          + " action=\"urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite\"";

  private Requests() {}

  /** The correct WS_INS2 request. */
  public static String example() {
    return resource("ws-ins2-demande.xml");
  }

  public static String resource(String name) {
    try (InputStream bytes = Requests.class.getResourceAsStream("protocol/exemples/" + name)) {
      return new String(bytes.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static IncomingRequest clear(String body) {
    return post(CONTENT_TYPE, body.getBytes(UTF_8), TlsFacts.clear());
  }

  public static IncomingRequest post(String contentType, byte[] body, TlsFacts tls) {
    return new IncomingRequest(
        "insi.certificate",
        "POST",
        "/lps",
        Headers.none().with("Content-Type", contentType),
        body,
        tls,
        Instant.EPOCH);
  }

  public static TlsFacts with(X509Certificate certificate) {
    return new TlsFacts("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(certificate));
  }
}
