package fr.socle.documents.hl7;

/**
 * An identifier of a patient: {@code patientId}, {@code sourcePatientId} (dmp.md 3.3 (S:MSG, HL7V2,
 * DRIM)).
 *
 * @param id identifier (CX.1)
 * @param authority OID of the assigning authority (CX.4.2)
 * @param idType {@code NH} national, {@code PI} of a structure (CX.5)
 */
public record Cx(String id, String authority, String idType) {
  /** Type of an INS. */
  public static final String NATIONAL = "NH";

  private static final int LENGTH = 5;

  /** Reads a value as it is; what follows the type, such as a date, is left out. */
  public static Cx read(String text) {
    Composite composite = Composite.of(text);
    return new Cx(composite.component(1), composite.authority(4), composite.component(5));
  }

  /** An INS, matricule and key. */
  public static Cx ins(String fifteen, String oid) {
    return new Cx(fifteen, oid, NATIONAL);
  }

  /** The value as metadata carry it. */
  public String text() {
    return Composite.write(LENGTH, 1, id, 4, Composite.authority(authority), 5, idType);
  }
}
