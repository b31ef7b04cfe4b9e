package fr.socle.lps.dmp.vihf;

/**
 * A professional who acts on documents, where he works.
 *
 * @param nationalId PS_IdNat
 * @param profession code of the profession in table G15
 * @param speciality code of the speciality, {@code SM26} for instance; empty without one
 */
public record Professional(
    String nationalId,
    String familyName,
    String givenName,
    String profession,
    String speciality,
    Structure structure) {

  private static final String PHYSICIAN = "10";

  /** Whether he must say a speciality (dmp.md 2.3). */
  public boolean physician() {
    return profession.equals(PHYSICIAN);
  }

  /** {@code G15_10/SM26}: profession and speciality as JDV_J01 writes them. */
  public String specialityCode() {
    return "G15_" + profession + (speciality.isEmpty() ? "" : "/" + speciality);
  }

  public String specialityLabel() {
    return switch (specialityCode()) {
      case "G15_10/SM26" -> "Médecin - Qualifié en Médecine Générale (SM)";
      case "G15_10/SM54" -> "Médecin - Médecine Générale (SM)";
      case "G15_10/SM53" -> "Médecin - Spécialiste en Médecine Générale (SM)";
      case "G15_10/SM04" -> "Médecin - Cardiologie et maladies vasculaires (SM)";
      case "G15_21" -> "Pharmacien";
      case "G15_60" -> "Infirmier";
      default -> professionLabel();
    };
  }

  public String professionLabel() {
    return switch (profession) {
      case PHYSICIAN -> "Médecin";
      case "21" -> "Pharmacien";
      case "40" -> "Chirurgien-Dentiste";
      case "50" -> "Sage-Femme";
      case "60" -> "Infirmier";
      case "70" -> "Masseur-Kinésithérapeute";
      default -> "Professionnel de santé";
    };
  }

  /** The same, working elsewhere. */
  public Professional at(Structure other) {
    return new Professional(nationalId, familyName, givenName, profession, speciality, other);
  }
}
