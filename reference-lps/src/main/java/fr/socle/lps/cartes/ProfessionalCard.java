package fr.socle.lps.cartes;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * The CPx card of a professional, as its authentication key signs.
 *
 * @param certificate its authentication certificate
 * @param key handle on the key that goes with it
 */
public record ProfessionalCard(X509Certificate certificate, PrivateKey key) {

  /** Not for logs: the key is a secret. */
  @Override
  public String toString() {
    return "ProfessionalCard[" + certificate.getSubjectX500Principal() + "]";
  }
}
