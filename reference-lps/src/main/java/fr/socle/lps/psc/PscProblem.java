package fr.socle.lps.psc;

/**
 * Why a Pro Santé Connect login or call did not go through; the message is French, for the user.
 */
public abstract sealed class PscProblem extends Exception permits PscRefusal, PscFailure {

  private static final long serialVersionUID = 1L;

  PscProblem(String message) {
    super(message);
  }

  /** The message for the user. */
  public String told() {
    return String.valueOf(getMessage());
  }
}
