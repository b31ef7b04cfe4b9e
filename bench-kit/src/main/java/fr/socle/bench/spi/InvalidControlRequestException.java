package fr.socle.bench.spi;

/** A call of the control API that cannot be carried out; the message is shown to the user. */
public final class InvalidControlRequestException extends RuntimeException {
  private final String code;

  /**
   * Built with what the user reads.
   *
   * @param code short stable word, such as {@code persona-inconnue}
   * @param message what happened and how to mend it, French
   */
  public InvalidControlRequestException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Short stable word. */
  public String code() {
    return code;
  }
}
