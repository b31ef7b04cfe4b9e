package fr.socle.lps.reseau;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS settings: one authority trusted and no other, and possibly a client certificate. */
public final class Tls {

  /** The versions this software speaks, whatever its Java machine allows: psc.md 1.4 (S). */
  public static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  private Tls() {}

  /**
   * A context that trusts anybody, for a mutant.
   *
   * @param client key store to present, or null
   * @throws IOException when it cannot be used
   */
  public static SSLContext trustingAnybody(@Nullable ClientKey client) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          client == null ? new KeyManager[0] : client.managers(),
          new TrustManager[] {new Credulous()},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("clés inutilisables : " + e.getMessage(), e);
    }
  }

  /**
   * A context that trusts the authorities of a PEM file.
   *
   * @param caFile certificates in PEM
   * @param client key store to present, or null
   * @throws IOException when a file cannot be read or used
   */
  public static SSLContext context(Path caFile, @Nullable ClientKey client) throws IOException {
    return context(caFile, client, trusting -> trusting);
  }

  /**
   * The same, which asks more of the servers than a chain that holds.
   *
   * @param demanding makes the judge of chains more demanding
   * @throws IOException when a file cannot be read or used
   */
  public static SSLContext context(
      Path caFile, @Nullable ClientKey client, UnaryOperator<X509ExtendedTrustManager> demanding)
      throws IOException {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      int rank = 0;
      try (InputStream pem = Files.newInputStream(caFile)) {
        for (Certificate authority :
            CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
          trusted.setCertificateEntry("autorite-" + rank++, authority);
        }
      }
      if (rank == 0) {
        throw new IOException("aucun certificat dans " + caFile);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] judges = trust.getTrustManagers();
      for (int i = 0; i < judges.length; i++) {
        if (judges[i] instanceof X509ExtendedTrustManager judge) {
          judges[i] = demanding.apply(judge);
        }
      }
      context.init(client == null ? new KeyManager[0] : client.managers(), judges, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("clés ou certificats inutilisables : " + e.getMessage(), e);
    }
  }

  /**
   * A private key with its certificate, taken out of its store once: a PKCS#12 store derives its
   * keys anew each time it is asked.
   */
  public static final class ClientKey {

    private final PrivateKey key;
    private final Certificate[] chain;
    private final X509Certificate certificate;

    private ClientKey(PrivateKey key, X509Certificate certificate, Certificate[] chain) {
      this.key = key;
      this.certificate = certificate;
      this.chain = chain;
    }

    /**
     * Opens a PKCS#12 file.
     *
     * @throws IOException when it cannot be read with this password, or holds no key
     */
    public static ClientKey open(Path pkcs12, String password) throws IOException {
      char[] secret = password.toCharArray();
      try (InputStream data = Files.newInputStream(pkcs12)) {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(data, secret);
        for (String alias : Collections.list(store.aliases())) {
          if (store.isKeyEntry(alias)
              && store.getCertificate(alias) instanceof X509Certificate certificate
              && store.getKey(alias, secret) instanceof PrivateKey key) {
            return new ClientKey(key, certificate, store.getCertificateChain(alias));
          }
        }
      } catch (GeneralSecurityException e) {
        throw new IOException("magasin de clés inutilisable : " + pkcs12, e);
      }
      throw new IOException("le magasin de clés ne contient aucune clé : " + pkcs12);
    }

    /** A key that is already there, as a card has it. */
    public static ClientKey of(X509Certificate certificate, PrivateKey key) {
      return new ClientKey(key, certificate, new Certificate[] {certificate});
    }

    /** The certificate that goes with the key. */
    public X509Certificate certificate() {
      return certificate;
    }

    /** The private key. */
    public PrivateKey privateKey() {
      return key;
    }

    /** The store never leaves memory: the form that is quickest to read will do. */
    private KeyManager[] managers() throws GeneralSecurityException, IOException {
      char[] none = new char[0];
      KeyStore store = KeyStore.getInstance("JKS");
      store.load(null, none);
      store.setKeyEntry("cle", key, none, chain);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, none);
      return keys.getKeyManagers();
    }
  }

  /** Looks at nothing. */
  private static final class Credulous extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
