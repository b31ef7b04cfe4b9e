package fr.socle.bench.session;

import java.time.Duration;

/** One listener's door into a service that speaks a protocol of lines. Called from any thread. */
public interface SessionEndpoint {
  /** Somebody connects. */
  Session open(SessionLink link);

  /** How long a client may say nothing, and how long it may take over one line or literal. */
  Duration patience();

  /** Whether TLS begins with the connection, before anything is said. */
  default boolean beginsWithTls() {
    return false;
  }
}
