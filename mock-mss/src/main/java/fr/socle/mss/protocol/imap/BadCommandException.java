package fr.socle.mss.protocol.imap;

/** A command that is not written as RFC 3501 section 9 says. The message goes to the client. */
final class BadCommandException extends Exception {
  BadCommandException(String message) {
    super(message);
  }
}
