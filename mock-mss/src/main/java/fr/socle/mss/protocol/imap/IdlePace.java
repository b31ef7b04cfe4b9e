package fr.socle.mss.protocol.imap;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How often a session in IDLE is told of news: some at once, then those of the next moment
 * together. Each of them is an exchange of the journal, and a crowd that waits while many messages
 * arrive would cost more than the messages (no text says how soon news come: A). Used by the thread
 * of its session.
 */
final class IdlePace {
  private static final long PAUSE = Duration.ofMillis(500).toNanos();

  private long told = System.nanoTime() - PAUSE;
  private boolean comesBack;

  /**
   * Whether news wait.
   *
   * @param later has the session look again after this time; called once for a pause
   */
  boolean isTooSoon(Consumer<Duration> later) {
    long left = told + PAUSE - System.nanoTime();
    if (left <= 0) {
      comesBack = false;
      return false;
    }
    if (!comesBack) {
      comesBack = true;
      // Rounded up: who came back too early would not be called again.
      later.accept(Duration.ofMillis(left / 1_000_000 + 1));
    }
    return true;
  }

  /** Some are told now. */
  void tells() {
    told = System.nanoTime();
  }
}
