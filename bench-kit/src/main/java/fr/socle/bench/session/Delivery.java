package fr.socle.bench.session;

import java.time.Duration;

/**
 * How an answer travels, when a fault of a service disturbs it.
 *
 * @param most bytes after which the connection is cut
 * @param piece bytes sent at once; 0 for all
 * @param pause how long to wait between two pieces
 */
public record Delivery(long most, int piece, Duration pause) {
  /** At once and whole. */
  public static final Delivery WHOLE = new Delivery(Long.MAX_VALUE, 0, Duration.ZERO);

  /** The first bytes, and then nothing more. */
  public static Delivery cutAfter(long bytes) {
    return new Delivery(bytes, 0, Duration.ZERO);
  }

  /** A few bytes at a time. */
  public static Delivery dripping(int piece, Duration pause) {
    return new Delivery(Long.MAX_VALUE, piece, pause);
  }
}
