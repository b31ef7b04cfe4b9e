package fr.socle.bench.spi;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS of the calls a service makes itself, when it plays a program that calls others. Thread-safe.
 */
@FunctionalInterface
public interface OutgoingTls {
  /**
   * TLS that trusts the server authority of the bench and nothing else.
   *
   * @param identity name of the client identity of {@code bench.json} to present, null for none
   * @throws IllegalArgumentException if no client identity has this name
   */
  SSLContext presenting(@Nullable String identity);

  /** For a service that calls nobody. */
  static OutgoingTls none() {
    return identity -> {
      throw new IllegalStateException("this service was opened without TLS of its own");
    };
  }
}
