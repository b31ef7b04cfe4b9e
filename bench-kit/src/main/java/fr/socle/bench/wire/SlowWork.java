package fr.socle.bench.wire;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for what sessions wait for elsewhere, such as the word of another server on a token: the
 * threads all connections share are not held by it. They go when nothing is asked of them.
 */
final class SlowWork implements Executor {
  private static final int MOST = 128;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST,
          5,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            Thread thread = new Thread(work, "socle-attente");
            thread.setDaemon(true);
            return thread;
          },
          // Beyond, sessions wait for each other, and none is refused.
          new ThreadPoolExecutor.CallerRunsPolicy());

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  void stop() {
    threads.shutdownNow();
  }
}
