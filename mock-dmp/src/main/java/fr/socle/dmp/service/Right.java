package fr.socle.dmp.service;

/**
 * A cell of the rights matrix.
 *
 * @param allowed whether it opens the act
 * @param condition number of the condition of dmp.md 5.3 it is under; 0 for none
 */
public record Right(boolean allowed, int condition) {
  /** Closed. */
  public static final Right NO = new Right(false, 0);

  /** Whether it only holds for what the caller is an author of: conditions 6, 8 and 9. */
  public boolean ownDocumentsOnly() {
    return condition == 6 || condition == 8 || condition == 9;
  }

  /** Whether the patient must have allowed it: condition 7. */
  public boolean ifThePatientAllows() {
    return condition == 7;
  }

  static Right of(String cell) {
    return switch (cell.strip()) {
      case "Y" -> new Right(true, 0);
      case "-" -> NO;
      default -> new Right(true, Integer.parseInt(cell.strip()));
    };
  }
}
