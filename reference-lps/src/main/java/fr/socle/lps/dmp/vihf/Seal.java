package fr.socle.lps.dmp.vihf;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key that signs, with its certificate.
 *
 * @param certificate certificate of signature
 * @param key key that goes with it
 */
public record Seal(X509Certificate certificate, PrivateKey key) {

  /** Not for logs: the key is a secret. */
  @Override
  public String toString() {
    return "Seal[" + certificate.getSubjectX500Principal() + "]";
  }
}
