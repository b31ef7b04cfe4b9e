package fr.socle.documents.hl7;

import java.util.regex.Pattern;

/**
 * A person or a system: {@code authorPerson}, {@code legalAuthenticator} (dmp.md 3.3 (S:MSG, HL7V2,
 * DRIM)).
 *
 * @param id identifier (XCN.1): prefix and number of a professional, INS of a patient
 * @param family family name (XCN.2), or name of a system
 * @param given given name (XCN.3), or model of a system
 * @param authority OID of the assigning authority (XCN.9.2)
 * @param nameType {@code D} for a person, {@code U} for a system (XCN.10)
 * @param idType {@code IDNPS} professional, {@code RI} system, {@code NH} patient (XCN.13)
 */
public record Xcn(
    String id, String family, String given, String authority, String nameType, String idType) {
  /** OID of the national identifiers of professionals. */
  public static final String PROFESSIONALS = "1.2.250.1.71.4.2.1";

  /**
   * National identifier of a professional: 8 and the eleven digits of RPPS, or another prefix and
   * what it stands for (dmp.md 3.3).
   */
  private static final Pattern NATIONAL_ID = Pattern.compile("8[0-9]{11}|[013456].+");

  private static final int LENGTH = 13;

  /** Reads a value as it is. */
  public static Xcn read(String text) {
    Composite composite = Composite.of(text);
    return new Xcn(
        composite.component(1),
        composite.component(2),
        composite.component(3),
        composite.authority(9),
        composite.component(10),
        composite.component(13));
  }

  /** A professional, by prefix and number. */
  public static Xcn professional(String id, String family, String given) {
    return new Xcn(id, family, given, PROFESSIONALS, "D", "IDNPS");
  }

  /** Whether it is a professional or the patient, not a system (dmp.md 3.3). */
  public boolean isSomebody() {
    return idType.equals("IDNPS") || idType.equals(Cx.NATIONAL);
  }

  /** Whether a national identifier of a person or a system has its prefix, and RPPS its length. */
  public static boolean isNationalId(String id) {
    return NATIONAL_ID.matcher(id).matches();
  }

  /** The value as metadata carry it. */
  public String text() {
    return Composite.write(
        LENGTH,
        1,
        id,
        2,
        family,
        3,
        given,
        9,
        Composite.authority(authority),
        10,
        nameType,
        13,
        idType);
  }
}
