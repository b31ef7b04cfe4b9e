package fr.socle.bench.operations;

/** Something named in a call does not exist; the message is shown to the user. */
public final class UnknownResourceException extends RuntimeException {
  private final String code;

  /**
   * Built with what the user reads.
   *
   * @param code short stable word, such as {@code espace-inconnu}
   * @param message what happened and how to mend it, French
   */
  public UnknownResourceException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Short stable word. */
  public String code() {
    return code;
  }
}
