package fr.socle.lps.insi;

/**
 * How the professional is known of the health insurance; a setting of the software (insi.md 2.3
 * (S:6)).
 *
 * @param identifier {@code identifiantFacturation}: FINESS, SIRET or billing number
 * @param sector {@code secteurActivite}, such as {@code SA07}
 * @param speciality {@code codeSpecialite} of a physician's card, {@code codeSpecialiteAMO} under
 *     Pro Santé Connect
 */
public record Billing(String identifier, String sector, String speciality) {

  /** The one of the tests: nobody's number. */
  public static Billing byDefault() {
    return new Billing("000000000", "SA07", "01");
  }
}
