package fr.socle.bench.control;

/** The control API cannot start; the message is shown to the user. */
public final class ControlStartException extends RuntimeException {

  /** Built with a French message that says how to mend it. */
  public ControlStartException(String message) {
    super(message);
  }

  /** Built with a French message that says how to mend it, and what happened below. */
  public ControlStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
