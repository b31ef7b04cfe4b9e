package fr.socle.mss.directory.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many calls were answered in the last second. Safe for use by several threads. */
public final class CallRate {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final int most;
  private final Clock clock;
  private final Deque<Instant> calls = new ArrayDeque<>();

  /**
   * A limit.
   *
   * @param most calls that a second takes; 0 for any
   */
  public CallRate(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Counts a call; false if it is one too many, which is not counted. */
  public synchronized boolean takes() {
    if (most == 0) {
      return true;
    }
    Instant now = clock.instant();
    while (!calls.isEmpty() && !calls.getFirst().plus(SECOND).isAfter(now)) {
      calls.removeFirst();
    }
    if (calls.size() >= most) {
      return false;
    }
    calls.addLast(now);
    return true;
  }
}
