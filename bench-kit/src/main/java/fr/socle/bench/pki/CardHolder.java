package fr.socle.bench.pki;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The professional a CPS card belongs to.
 *
 * @param nationalId identifier written in the CN, e.g. {@code 899990000020} (psc.md 3.1)
 * @param familyName family name, upper case
 * @param givenName given name, upper case
 * @param profession label of the profession, e.g. {@code Médecin}; empty when the card says none
 */
public record CardHolder(
    String nationalId, String familyName, String givenName, String profession) {

  /** A holder; every member is needed. */
  public CardHolder {
    if (nationalId.isBlank() || familyName.isBlank() || givenName.isBlank()) {
      throw new IllegalArgumentException(
          "Porteur de carte incomplet : donnez son identifiant national, son nom et son prénom.");
    }
  }

  /**
   * Reads the subject of a certificate: T, SN, GN, CN (insi.md 2.3). Empty when it names no person.
   */
  static Optional<CardHolder> of(X509Certificate certificate) {
    SubjectName subject = SubjectName.of(certificate);
    String id = subject.commonName().orElse("").strip();
    String familyName = first(subject, "SN");
    String givenName = first(subject, "GN");
    return id.isEmpty() || familyName.isEmpty() || givenName.isEmpty()
        ? Optional.empty()
        : Optional.of(new CardHolder(id, familyName, givenName, first(subject, "T")));
  }

  private static String first(SubjectName subject, String type) {
    return subject.values(type).stream().findFirst().orElse("").strip();
  }
}
