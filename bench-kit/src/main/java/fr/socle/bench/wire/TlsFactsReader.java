package fr.socle.bench.wire;

import fr.socle.bench.http.TlsFacts;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLSession;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EndPoint.SslSessionData;

/** Reads what TLS told of a connection. */
final class TlsFactsReader {
  private TlsFactsReader() {}

  static TlsFacts of(EndPoint endPoint) {
    SslSessionData session = endPoint.getSslSessionData();
    if (session == null) {
      return TlsFacts.clear();
    }
    SSLSession known = session.sslSession();
    X509Certificate[] chain = session.peerCertificates();
    String suite = session.cipherSuite();
    return new TlsFacts(
        known == null ? "TLS" : known.getProtocol(),
        suite == null ? "" : suite,
        chain == null ? List.of() : List.of(chain));
  }
}
