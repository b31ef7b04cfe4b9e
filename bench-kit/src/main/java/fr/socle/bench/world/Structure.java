package fr.socle.bench.world;

/**
 * The place where a professional works, as written in each of his activities (psc.md 3.4): strings,
 * empty when unknown, never null.
 *
 * @param technicalId {@code identifiantTechniqueDeLaStructure}
 * @param formerId {@code ancienIdentifiantDeLaStructure}
 * @param businessName {@code raisonSocialeSite}
 * @param tradeName {@code enseigneCommercialeSite}
 * @param siret {@code numeroSiretSite}
 * @param siren {@code numeroSirenSite}
 * @param finess {@code numeroFinessSite}
 * @param legalFiness {@code numeroFinessetablissementJuridique}
 * @param address where it is
 * @param phone {@code telephone}
 * @param otherPhone {@code telephone2}
 * @param fax {@code telecopie}
 * @param email {@code adresseEMail}
 */
public record Structure(
    String technicalId,
    String formerId,
    String businessName,
    String tradeName,
    String siret,
    String siren,
    String finess,
    String legalFiness,
    Address address,
    String phone,
    String otherPhone,
    String fax,
    String email) {

  /** A practice, known by a technical identifier. */
  public static Structure practice(
      String technicalId, String formerId, String name, Address address) {
    return new Structure(technicalId, formerId, name, "", "", "", "", "", address, "", "", "", "");
  }

  /** The same place with another mail address. */
  Structure writtenTo(String newEmail) {
    return new Structure(
        technicalId,
        formerId,
        businessName,
        tradeName,
        siret,
        siren,
        finess,
        legalFiness,
        address,
        phone,
        otherPhone,
        fax,
        newEmail);
  }

  /** An establishment, known by its FINESS numbers. */
  public static Structure establishment(
      String finess, String legalFiness, String name, Address address) {
    return new Structure(
        "F" + finess, "1" + finess, name, "", "", "", finess, legalFiness, address, "", "", "", "");
  }
}
