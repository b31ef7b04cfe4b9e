package fr.socle.psc;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS of a client that trusts what {@code bench.json} says and nothing else. */
public final class Trust {
  private Trust() {}

  /**
   * A context for a space.
   *
   * @param identity name of the client identity to present, null for none
   */
  public static SSLContext of(SpaceDescriptor space, String identity) throws Exception {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    try (InputStream pem = Files.newInputStream(Path.of(space.caFile()))) {
      authorities.setCertificateEntry(
          "banc", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(identity == null ? null : keys(space, identity), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyManager[] keys(SpaceDescriptor space, String identity) throws Exception {
    KeyStoreDescription described =
        space.keyStores().stream()
            .filter(one -> one.name().equals(identity))
            .findFirst()
            .orElseThrow();
    KeyStore store = KeyStore.getInstance("PKCS12");
    char[] password = described.password().toCharArray();
    try (InputStream file = Files.newInputStream(Path.of(described.pkcs12()))) {
      store.load(file, password);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }
}
