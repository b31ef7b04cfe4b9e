package fr.socle.documents.hl7;

import java.util.regex.Pattern;

/**
 * A structure: {@code authorInstitution} (dmp.md 3.3 (S:MSG, HL7V2, DRIM)).
 *
 * @param name name (XON.1)
 * @param authority OID of the assigning authority (XON.6.2)
 * @param idType {@code IDNST} (XON.7)
 * @param id identifier: prefix and number (XON.10)
 */
public record Xon(String name, String authority, String idType, String id) {
  /** OID of the national identifiers of structures. */
  public static final String STRUCTURES = "1.2.250.1.71.4.2.2";

  private static final Pattern NATIONAL_ID = Pattern.compile("[0-4].+");
  private static final int LENGTH = 10;

  /** Reads a value as it is. */
  public static Xon read(String text) {
    Composite composite = Composite.of(text);
    return new Xon(
        composite.component(1),
        composite.authority(6),
        composite.component(7),
        composite.component(10));
  }

  /** A structure, by prefix and number. */
  public static Xon structure(String name, String id) {
    return new Xon(name, STRUCTURES, "IDNST", id);
  }

  /** Whether a national identifier of a structure begins with its prefix (dmp.md 3.3). */
  public static boolean isNationalId(String id) {
    return NATIONAL_ID.matcher(id).matches();
  }

  /** The value as metadata carry it. */
  public String text() {
    return Composite.write(LENGTH, 1, name, 6, Composite.authority(authority), 7, idType, 10, id);
  }
}
