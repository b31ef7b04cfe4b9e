package fr.socle.documents.datamatrix;

/** A document that cannot be looked at; the message is shown to the user, in French. */
public final class UnreadableDocumentException extends Exception {
  UnreadableDocumentException(String message) {
    super(message);
  }

  UnreadableDocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
