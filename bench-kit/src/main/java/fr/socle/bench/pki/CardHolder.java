package fr.socle.bench.pki;

/**
 * The professional a CPS card belongs to.
 *
 * @param nationalId identifier written in the CN, e.g. {@code 899990000020} (psc.md 3.1)
 * @param familyName family name, upper case
 * @param givenName given name, upper case
 * @param profession label of the profession, e.g. {@code Médecin}
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
}
