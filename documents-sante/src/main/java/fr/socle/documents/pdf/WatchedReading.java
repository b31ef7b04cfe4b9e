package fr.socle.documents.pdf;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads what others chose with libraries that may never end: on a thread of its own, one at a time,
 * within a time. A reading that does not end keeps the place until it does.
 */
public final class WatchedReading {
  private final Semaphore place = new Semaphore(1);
  private final String name;
  private final Duration limit;

  /**
   * A place to read at.
   *
   * @param name name of the thread
   * @param limit time that a reading may take, and that the next one waits for it
   */
  public WatchedReading(String name, Duration limit) {
    this.name = name;
    this.limit = limit;
  }

  /** The time that a reading may take. */
  public Duration limit() {
    return limit;
  }

  /**
   * Reads.
   *
   * @return what the reading gives; it must not be null
   * @throws BusyException if another one is still being read
   * @throws TimeoutException if it does not end in time
   * @throws ExecutionException with what the reading threw, errors included
   * @throws InterruptedException if the caller is interrupted meanwhile
   */
  public <T> T read(Callable<T> reading)
      throws BusyException, TimeoutException, ExecutionException, InterruptedException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              try {
                return reading.call();
              } finally {
                place.release();
              }
            });
    if (!place.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new BusyException();
    }
    Thread worker = new Thread(task, name);
    worker.setDaemon(true);
    worker.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      boolean unused = task.cancel(true);
      throw e;
    }
  }

  /** Another reading has not ended. */
  public static final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;

    BusyException() {
      super("another reading has not ended");
    }
  }
}
