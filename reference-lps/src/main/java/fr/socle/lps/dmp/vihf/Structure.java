package fr.socle.lps.dmp.vihf;

/**
 * Where a professional works.
 *
 * @param id Struct_IdNat (dmp.md 3.3)
 * @param name name
 * @param sector code of its sector, for instance {@code SA07}
 * @param sectorLabel label of the sector
 */
public record Structure(String id, String name, String sector, String sectorLabel) {

  /** The practice of a professional, which his card stands for: 4, his RPPS number, a rank. */
  public static Structure practiceOf(String nationalId, String familyName) {
    String number = nationalId.length() == 12 ? nationalId.substring(1) : nationalId;
    return new Structure(
        "4" + number + "001", "CABINET DU DR " + familyName, "SA07", "Cabinet individuel");
  }

  /** An organisation that has a certificate. */
  public static Structure organisation(String id, String name) {
    return new Structure(id, name, "SA05", "Centre de santé");
  }
}
