package fr.socle.lps.pilote;

/** The input of a driver action breaks the contract; the message says in French how to mend it. */
public final class InputRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InputRefused(String message) {
    super(message);
  }
}
