package fr.socle.features.run;

/** The options of a run cannot be used; the message says in French what to change. */
public final class RunOptionsException extends RuntimeException {

  /** Message in French. */
  public RunOptionsException(String message) {
    super(message);
  }
}
