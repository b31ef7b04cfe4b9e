package fr.socle.bench.world;

/**
 * Address of a place of practice, member by member as in {@code activities} (psc.md 3.4): strings,
 * empty when unknown, never null.
 *
 * @param addressee {@code complementDestinataire}
 * @param location {@code complementPointGeographique}
 * @param streetNumber {@code numeroVoie}
 * @param repetition {@code indiceRepetitionVoie}
 * @param streetType {@code codeTypeDeVoie}
 * @param street {@code libelleVoie}
 * @param mention {@code mentionDistribution}
 * @param town {@code bureauCedex}
 * @param postcode {@code codePostal}
 * @param communeCode {@code codeCommune}
 * @param countryCode {@code codePays}
 * @param departmentCode {@code codeDepartement}
 */
public record Address(
    String addressee,
    String location,
    String streetNumber,
    String repetition,
    String streetType,
    String street,
    String mention,
    String town,
    String postcode,
    String communeCode,
    String countryCode,
    String departmentCode) {

  /** A plain French address. */
  public static Address of(
      String streetNumber, String streetType, String street, String postcode, String town) {
    return new Address(
        "",
        "",
        streetNumber,
        "",
        streetType,
        street,
        "",
        postcode + " " + town,
        postcode,
        "",
        "99000",
        postcode.substring(0, 2));
  }
}
