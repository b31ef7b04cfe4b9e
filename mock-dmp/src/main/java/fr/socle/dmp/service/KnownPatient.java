package fr.socle.dmp.service;

import java.util.List;

/**
 * A person the DMP may hold a record of.
 *
 * @param id INS
 * @param former identifiers borne before, INS-C too
 * @param birthName birth name
 * @param usedName name used, empty when it is the birth name
 * @param firstNames birth first names, in order
 * @param sex M, F or U
 * @param birthDate yyyyMMdd
 * @param birthPlace COG code
 */
public record KnownPatient(
    PatientId id,
    List<PatientId> former,
    String birthName,
    String usedName,
    List<String> firstNames,
    String sex,
    String birthDate,
    String birthPlace) {
  /** Copies the lists. */
  public KnownPatient {
    former = List.copyOf(former);
    firstNames = List.copyOf(firstNames);
  }

  /**
   * Civility, empty when the sex tells none: dmp.md 1.3, 1.5 (S:MSG); where the DMP takes it from
   * is not sourced (A).
   */
  public String civility() {
    return switch (sex) {
      case "F" -> "MME";
      case "M" -> "M";
      default -> "";
    };
  }
}
