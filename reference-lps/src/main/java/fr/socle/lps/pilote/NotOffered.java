package fr.socle.lps.pilote;

/** The software does not do what an input asks of an action it has; the message is French. */
public final class NotOffered extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotOffered(String message) {
    super(message);
  }
}
