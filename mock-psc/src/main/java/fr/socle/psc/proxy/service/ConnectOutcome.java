package fr.socle.psc.proxy.service;

import org.jspecify.annotations.Nullable;

/**
 * What became of {@code /connect}.
 *
 * @param kind how it ended
 * @param session the session, when there is one
 * @param status HTTP status
 * @param message why it was refused, absent on success and when an outage is passed through
 */
public record ConnectOutcome(
    Kind kind, @Nullable ProxySession session, int status, @Nullable String message) {

  /** How it ended. */
  public enum Kind {
    /** A new session. */
    CONNECTED,
    /** The cookie of a living session was sent: nothing was done. */
    REPLAYED,
    /** No session. */
    FAILED
  }

  static ConnectOutcome connected(ProxySession session) {
    return new ConnectOutcome(Kind.CONNECTED, session, 200, null);
  }

  static ConnectOutcome replayed(ProxySession session) {
    return new ConnectOutcome(Kind.REPLAYED, session, 304, null);
  }

  static ConnectOutcome failed(int status, @Nullable String message) {
    return new ConnectOutcome(Kind.FAILED, null, status, message);
  }
}
