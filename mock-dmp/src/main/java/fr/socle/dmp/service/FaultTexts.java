package fr.socle.dmp.service;

/**
 * What the faults of a wrong VIHF say, whether a control gives them or a scenario arms them: only
 * the texts of the real ones are known, in substance (dmp.md 2.6, S:DEH).
 */
final class FaultTexts {
  /** Cause that was seen: the certificate is one of authentication. */
  static final String NO_SIGNATURE_CERTIFICATE = "not a signature certificate";

  private FaultTexts() {}

  /** A French sentence, then the cause in English. */
  static String invalidCertificate(String cause) {
    return "Le certificat de signature du VIHF n'est pas valide. Cause : " + cause;
  }

  static String unknownStructure(String structure) {
    return "La structure " + structure + " est inconnue ou inactive.";
  }

  static String notOfTheStructure(String professional, String structure) {
    return "Le professionnel "
        + professional
        + " n'est pas rattaché à la structure "
        + structure
        + ".";
  }
}
