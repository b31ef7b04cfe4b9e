package fr.socle.bench.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Key stores in memory. */
final class KeyStores {
  private KeyStores() {}

  static KeyStore holding(String alias, PrivateKey key, List<X509Certificate> chain) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          alias, key, TestPki.PASSWORD.toCharArray(), chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Magasin de clés " + alias + " impossible à former.", e);
    }
  }

  static KeyStore trusting(String alias, X509Certificate authority) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(alias, authority);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Magasin de confiance impossible à former.", e);
    }
  }
}
