package fr.socle.insi.protocol;

import fr.socle.bench.pki.SubjectName;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What INSi reads in the certificate of an organisation: insi.md 2.2 (S:2, S:3).
 *
 * @param commonName CN, {@code INSI-AUTO} or {@code INSI-MANU}
 * @param organisationUnits OU, identifier of the structure; usually one
 * @param issuer CN of the authority; empty when it has none
 */
public record OrganisationCertificate(
    @Nullable String commonName, List<String> organisationUnits, String issuer) {

  /** Copies the list. */
  public OrganisationCertificate {
    organisationUnits = List.copyOf(organisationUnits);
  }

  /** Reads the subject of a certificate. */
  public static OrganisationCertificate of(X509Certificate certificate) {
    SubjectName subject = SubjectName.of(certificate);
    return new OrganisationCertificate(
        subject.commonName().orElse(null),
        subject.values("OU"),
        SubjectName.ofIssuer(certificate).commonName().orElse(""));
  }
}
