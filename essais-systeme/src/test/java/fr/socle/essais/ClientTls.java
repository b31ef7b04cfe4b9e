package fr.socle.essais;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS as an LPS sets it up from {@code bench.json}. */
public final class ClientTls {
  private ClientTls() {}

  /** Presents the named identity, trusts the authority of the bench. */
  public static SSLContext context(SpaceDescriptor space, String identity)
      throws IOException, GeneralSecurityException {
    KeyStoreDescription holder = keyStore(space, identity);
    char[] password = holder.password().toCharArray();
    KeyStore keys = empty();
    try (InputStream in = Files.newInputStream(Path.of(holder.pkcs12()))) {
      keys.load(in, password);
    }
    return context(keys, password, authority(space));
  }

  /** Presents what a key store holds, trusts the authority of the bench. */
  public static SSLContext context(SpaceDescriptor space, KeyStore keys, char[] password)
      throws IOException, GeneralSecurityException {
    return context(keys, password, authority(space));
  }

  /** Presents nothing, trusts the authority of the bench. */
  public static SSLContext anonymous(SpaceDescriptor space)
      throws IOException, GeneralSecurityException {
    return context(empty(), new char[0], authority(space));
  }

  /** Presents nothing, trusts an authority that is not the one of the bench's servers. */
  public static SSLContext distrustful(SpaceDescriptor space)
      throws IOException, GeneralSecurityException {
    KeyStore stranger = empty();
    try (InputStream in = Files.newInputStream(Path.of(keyStore(space, "insi-auto").pem()))) {
      stranger.setCertificateEntry(
          "autre", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    return context(empty(), new char[0], stranger);
  }

  /** Description of the named identity. */
  public static KeyStoreDescription keyStore(SpaceDescriptor space, String name) {
    return space.keyStores().stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
  }

  private static KeyStore authority(SpaceDescriptor space)
      throws IOException, GeneralSecurityException {
    KeyStore trust = empty();
    try (InputStream in = Files.newInputStream(Path.of(space.caFile()))) {
      trust.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    return trust;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static SSLContext context(KeyStore keys, char[] password, KeyStore trusted)
      throws GeneralSecurityException {
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, password);
    TrustManagerFactory trustManagers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    return context;
  }
}
