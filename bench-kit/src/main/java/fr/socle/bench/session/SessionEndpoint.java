package fr.socle.bench.session;

import java.time.Duration;

/** One listener's door into a service that speaks a protocol of lines. Called from any thread. */
public interface SessionEndpoint {
  /** Somebody connects. */
  Session open(SessionLink link);

  /** How long a client may say nothing, and how long it may take over one line or literal. */
  Duration patience();

  /**
   * How long a session that said something unasked is not woken again: what happens meanwhile is
   * said together, at the end.
   */
  default Duration rest() {
    return Duration.ZERO;
  }

  /** Whether TLS begins with the connection, before anything is said. */
  default boolean beginsWithTls() {
    return false;
  }
}
