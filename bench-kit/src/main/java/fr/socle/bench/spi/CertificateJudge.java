package fr.socle.bench.spi;

import fr.socle.bench.pki.ClientCertificateVerdict;
import java.security.cert.X509Certificate;

/**
 * What the bench thinks of a certificate that came inside a message, such as that of a signed
 * assertion. Thread-safe.
 */
@FunctionalInterface
public interface CertificateJudge {
  /**
   * Judges a certificate now: authority, validity, revocation, use. A signature certificate is
   * {@link ClientCertificateVerdict.Reason#NOT_CLIENT}; whether that matters is for the caller.
   */
  ClientCertificateVerdict judge(X509Certificate certificate);

  /** For a service without authorities: every certificate is accepted. */
  static CertificateJudge trusting() {
    return certificate ->
        new ClientCertificateVerdict(
            ClientCertificateVerdict.Reason.ACCEPTED, "Certificat accepté sans contrôle.");
  }
}
