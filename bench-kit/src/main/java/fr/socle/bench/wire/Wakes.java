package fr.socle.bench.wire;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * When a session is asked whether it has something to say: at once after a wake, or when its rest
 * is over. No clock is read, so that a timer that fires early loses nothing: a wake that finds the
 * session at rest is always followed by the end of that rest, and a wake that comes before the
 * question is asked is answered by it. Safe for use by several threads.
 */
final class Wakes {
  private final Executor executor;
  private final Scheduler scheduler;
  private final Runnable question;
  private boolean waits;
  private boolean resting;

  /**
   * The wakes of one session.
   *
   * @param question has the session asked; the thread that asks calls {@link #take()} first
   */
  Wakes(Executor executor, Scheduler scheduler, Runnable question) {
    this.executor = executor;
    this.scheduler = scheduler;
    this.question = question;
  }

  /** Has the session asked; several calls may become one. */
  void wake() {
    synchronized (this) {
      if (waits) {
        return;
      }
      waits = true;
      if (resting) {
        return;
      }
    }
    executor.execute(question);
  }

  /** Whether the session is asked now; what wakes it from here on has it asked again. */
  synchronized boolean take() {
    if (resting) {
      return false;
    }
    waits = false;
    return true;
  }

  /** Has the session not asked for some time; what wakes it meanwhile has it asked then, once. */
  void rest(Duration time) {
    if (time.isZero()) {
      return;
    }
    synchronized (this) {
      if (resting) {
        return;
      }
      resting = true;
    }
    scheduler.schedule(this::rested, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void rested() {
    synchronized (this) {
      resting = false;
      if (!waits) {
        return;
      }
    }
    executor.execute(question);
  }
}
