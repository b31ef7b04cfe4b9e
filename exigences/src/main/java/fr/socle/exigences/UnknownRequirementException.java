package fr.socle.exigences;

/** An identifier or a profile that the catalogue does not hold; the message is shown to people. */
public final class UnknownRequirementException extends RuntimeException {

  /** Built with a French message that says what to correct. */
  public UnknownRequirementException(String message) {
    super(message);
  }
}
