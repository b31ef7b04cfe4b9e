package fr.socle.bench.space;

import fr.socle.bench.pki.TestPki;
import fr.socle.bench.spi.OutgoingTls;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS of services that call others, with the client identities of the bench.
 *
 * @param pki certificates
 */
record PkiOutgoingTls(TestPki pki) implements OutgoingTls {

  @Override
  public SSLContext presenting(@Nullable String identity) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(pki.serverTrustStore());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(identity == null ? null : keys(identity), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificates of the bench are readable", e);
    }
  }

  private KeyManager[] keys(String identity) throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(pki.client(identity).keyStore(), TestPki.PASSWORD.toCharArray());
    return factory.getKeyManagers();
  }
}
