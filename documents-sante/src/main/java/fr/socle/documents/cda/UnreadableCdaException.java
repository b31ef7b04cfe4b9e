package fr.socle.documents.cda;

/** What was given is no CDA document; the message is shown to the user, in French. */
public final class UnreadableCdaException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean tooLarge;

  UnreadableCdaException(String message) {
    super(message);
    this.tooLarge = false;
  }

  UnreadableCdaException(String message, boolean tooLarge, Throwable cause) {
    super(message, cause);
    this.tooLarge = tooLarge;
  }

  /**
   * Whether it is larger than the bench reads. No sheet gives such a limit: the document may be
   * right, and is then not judged.
   */
  public boolean tooLarge() {
    return tooLarge;
  }
}
