package fr.socle.dmp.service;

/**
 * Why the DMP does not do what it is asked.
 *
 * @param code code of dmp.md 4.2
 * @param text for people, French
 * @param access whether it is the access itself that is refused, which goes into a SOAP fault
 *     (dmp.md 2.6, 4.1 (S:DEH, CONNECT))
 */
public record DmpRefusal(String code, String text, boolean access) {
  /** Right refused; also, by dmp.md 4.2 (A), whatever has no known code of its own. */
  public static final String RIGHT = "DMPAccessDeniedByRightsService";

  /** The record is closed. */
  public static final String CLOSED = "DMPClosed";

  /** The record is already open. */
  public static final String FOUND = "DMPFound";

  /** The DMP does not know the patient. */
  public static final String UNKNOWN_PATIENT = "XDSUnknownPatientId";

  /** The patient is not that of the VIHF. */
  public static final String OTHER_PATIENT = "XDSPatientIdDoesNotMatch";

  // dmp.md 4.2 (A): the text says where the code is not the official one.
  private static final String CHOSEN =
      " (Code choisi par Socle : celui du service national n'est pas connu.)";

  /** A refusal inside an answer. */
  public DmpRefusal(String code, String text) {
    this(code, text, false);
  }

  /** A right that the matrix, an authorisation or the patient refuses. */
  public static DmpRefusal right(String text) {
    return new DmpRefusal(RIGHT, text, true);
  }

  /** A refusal whose real code nobody here knows. */
  public static DmpRefusal ofUnknownCode(String text) {
    return new DmpRefusal(RIGHT, text + CHOSEN);
  }

  /** A refusal under the nearest code, the real one not being known. */
  public static DmpRefusal chosen(String code, String text) {
    return new DmpRefusal(code, text + CHOSEN);
  }
}
