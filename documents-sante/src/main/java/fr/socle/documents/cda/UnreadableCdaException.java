package fr.socle.documents.cda;

/** What was given is no CDA document; the message is shown to the user, in French. */
public final class UnreadableCdaException extends Exception {
  UnreadableCdaException(String message) {
    super(message);
  }

  UnreadableCdaException(String message, Throwable cause) {
    super(message, cause);
  }
}
