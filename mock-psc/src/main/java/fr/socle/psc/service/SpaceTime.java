package fr.socle.psc.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time by which a space judges what it holds: the wall clock plus all the ageing asked for so
 * far. Instants kept by the service are of this time; what goes on the wire is {@link #onWire}, so
 * that ageing makes a session older without ever putting a future date in a token. Thread-safe.
 */
public final class SpaceTime {
  private final Clock wall;
  private final AtomicReference<Duration> aged = new AtomicReference<>(Duration.ZERO);

  /** The time of a space that nobody has aged yet. */
  public SpaceTime(Clock wall) {
    this.wall = wall;
  }

  /** Now, in the time of the space. */
  public Instant now() {
    return wall.instant().plus(aged.get());
  }

  /** An instant kept by the service, as a date of the wall clock. */
  public Instant onWire(Instant kept) {
    return kept.minus(aged.get());
  }

  /** Makes everything that is held older. */
  public void age(Duration by) {
    aged.accumulateAndGet(by, Duration::plus);
  }
}
