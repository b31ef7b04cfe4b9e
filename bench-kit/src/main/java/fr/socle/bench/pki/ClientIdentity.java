package fr.socle.bench.pki;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A client certificate with its private key, in memory and as files.
 *
 * @param name kebab case name, e.g. {@code insi-auto}
 * @param chain the certificate, then its issuers
 * @param privateKey the RSA key
 * @param files where the same is on disk
 */
public record ClientIdentity(
    String name, List<X509Certificate> chain, PrivateKey privateKey, ClientFiles files) {

  /** An identity; the chain is copied. */
  public ClientIdentity {
    chain = List.copyOf(chain);
  }

  /** The certificate itself. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** Subject, in the text form of RFC 2253. */
  public String subject() {
    return certificate().getSubjectX500Principal().getName();
  }

  /** A key store in memory, key and chain under the name of the identity, password "socle". */
  public KeyStore keyStore() {
    return KeyStores.holding(name, privateKey, chain);
  }

  /**
   * The files of a client identity. The private ones can be read by their owner only.
   *
   * @param chainPem certificate then issuers, PEM
   * @param keyPem private key, PKCS#8 PEM, not encrypted
   * @param pkcs12 AES-256 and HMAC SHA-256, password "socle"
   * @param legacyPkcs12 RC2-40, triple DES and HMAC SHA-1 for old software, password "socle"
   */
  public record ClientFiles(Path chainPem, Path keyPem, Path pkcs12, Path legacyPkcs12) {

    static ClientFiles in(Path pki, String name) {
      return new ClientFiles(
          pki.resolve(chainPath(name)),
          pki.resolve(keyPath(name)),
          pki.resolve(pkcs12Path(name)),
          pki.resolve(legacyPkcs12Path(name)));
    }

    static String chainPath(String name) {
      return "clients/" + name + "/chain.pem";
    }

    static String keyPath(String name) {
      return "clients/" + name + "/key.pem";
    }

    static String pkcs12Path(String name) {
      return "clients/" + name + "/" + name + ".p12";
    }

    static String legacyPkcs12Path(String name) {
      return "clients/" + name + "/" + name + "-legacy.p12";
    }
  }
}
