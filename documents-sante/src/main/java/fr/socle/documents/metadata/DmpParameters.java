package fr.socle.documents.metadata;

/**
 * What a shared record publishes to software, as far as metadata depend on it (dmp.md 3.4
 * (S:DEVBOX)). The secure mail has no such parameter.
 *
 * @param bothHidden {@code cumul-invisible_patient-masque_ps}: whether a document may be hidden
 *     from professionals and from the patient together
 */
public record DmpParameters(boolean bothHidden) {
  /** Name of the parameter. */
  public static final String BOTH_HIDDEN = "cumul-invisible_patient-masque_ps";

  /** The value the project assumes where none is known (dmp.md 3.4 (A)). */
  public static DmpParameters standard() {
    return new DmpParameters(false);
  }

  /** Where there is no shared record, nothing is forbidden by its parameters. */
  public static DmpParameters none() {
    return new DmpParameters(true);
  }
}
