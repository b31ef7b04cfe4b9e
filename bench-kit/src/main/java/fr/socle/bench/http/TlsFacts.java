package fr.socle.bench.http;

import fr.socle.bench.client.api.TlsSession;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What TLS told of the connection.
 *
 * @param protocol such as {@code TLSv1.3}; {@code clair} for plain HTTP
 * @param cipherSuite cipher suite, empty for plain HTTP
 * @param clientChain certificates the client presented, its own first; empty when none
 */
public record TlsFacts(String protocol, String cipherSuite, List<X509Certificate> clientChain) {

  /** Copies the chain. */
  public TlsFacts {
    clientChain = List.copyOf(clientChain);
  }

  /** Plain HTTP. */
  public static TlsFacts clear() {
    return new TlsFacts("clair", "", List.of());
  }

  /** Certificate of the client itself. */
  public Optional<X509Certificate> clientCertificate() {
    return clientChain.stream().findFirst();
  }

  /** What was agreed upon; nothing in clear and when the handshake did not end. */
  public Optional<TlsSession> session() {
    return cipherSuite.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TlsSession(
                protocol,
                cipherSuite,
                clientCertificate()
                    .map(one -> one.getIssuerX500Principal().getName())
                    .orElse(null)));
  }
}
