package fr.socle.bench.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a space: the requests in flight and the window that is open. One lock for both, so that
 * a request belongs to the window that was open when its first byte was read, and to no other.
 */
public final class Attendance {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private int inFlight;
  private @Nullable OpenWindow window;

  /** A request begins; it must be left once. */
  Stay enter() {
    lock.lock();
    try {
      inFlight++;
      return new Stay(window);
    } finally {
      lock.unlock();
    }
  }

  /** Opens a window; false while another is open. */
  public boolean open(OpenWindow opened) {
    lock.lock();
    try {
      if (window != null) {
        return false;
      }
      window = opened;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The window that is open. */
  public Optional<OpenWindow> current() {
    lock.lock();
    try {
      return Optional.ofNullable(window);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until no request is in flight, then ends the window at that very instant: what arrives
   * later is outside it.
   *
   * @return whether the space became quiet within the bound; the window is ended all the same
   */
  public boolean endWhenQuiet(Duration bound) {
    lock.lock();
    try {
      boolean quiet = awaitEmpty(bound);
      window = null;
      return quiet;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no request is in flight; false when the bound is over. */
  public boolean awaitQuiet(Duration bound) {
    lock.lock();
    try {
      return awaitEmpty(bound);
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitEmpty(Duration bound) {
    long left = bound.toNanos();
    try {
      while (inFlight > 0) {
        if (left <= 0) {
          return false;
        }
        left = empty.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void leave() {
    lock.lock();
    try {
      inFlight--;
      if (inFlight == 0) {
        empty.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The presence of one request. */
  final class Stay implements AutoCloseable {
    private final @Nullable OpenWindow stayWindow;
    private final AtomicBoolean left = new AtomicBoolean();

    private Stay(@Nullable OpenWindow stayWindow) {
      this.stayWindow = stayWindow;
    }

    /** The window that was open when it began. */
    @Nullable OpenWindow window() {
      return stayWindow;
    }

    @Override
    public void close() {
      if (left.compareAndSet(false, true)) {
        leave();
      }
    }
  }
}
