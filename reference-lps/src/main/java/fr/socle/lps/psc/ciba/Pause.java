package fr.socle.lps.psc.ciba;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How this software lets time pass. Called by the thread that has to wait. */
@FunctionalInterface
public interface Pause {

  /** Comes back at that instant, or at once when it has passed. */
  void until(Instant instant) throws InterruptedException;

  /** Lets the time of a clock that walks by itself pass. */
  static Pause on(Clock clock) {
    CountDownLatch never = new CountDownLatch(1);
    return instant -> {
      Duration left = Duration.between(clock.instant(), instant);
      while (left.compareTo(Duration.ZERO) > 0) {
        if (never.await(left.toNanos(), TimeUnit.NANOSECONDS)) {
          throw new IllegalStateException("nobody opens it");
        }
        left = Duration.between(clock.instant(), instant);
      }
    };
  }
}
