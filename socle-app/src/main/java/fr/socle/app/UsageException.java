package fr.socle.app;

/** Wrong usage or configuration; the message is shown as it stands, French. */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }
}
