package fr.socle.lps.cartes;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * The CPx card of a professional, as its authentication key signs.
 *
 * @param certificate its authentication certificate
 * @param key handle on the key that goes with it
 * @param signature its certificate of signature, null when it has none
 */
public record ProfessionalCard(
    X509Certificate certificate, PrivateKey key, @Nullable Signature signature) {

  /** What a card signs documents and assertions with. */
  public record Signature(X509Certificate certificate, PrivateKey key) {

    /** Not for logs: the key is a secret. */
    @Override
    public String toString() {
      return "Signature[" + certificate.getSubjectX500Principal() + "]";
    }
  }

  /** Not for logs: the key is a secret. */
  @Override
  public String toString() {
    return "ProfessionalCard[" + certificate.getSubjectX500Principal() + "]";
  }
}
