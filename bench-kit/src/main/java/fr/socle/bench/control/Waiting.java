package fr.socle.bench.control;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.operations.BenchOperations;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads on which long polls wait, so that none of the server's own is held: a bench full of
 * waiting scenarios still answers everything else.
 */
final class Waiting implements AutoCloseable {
  private static final int MOST = 256;

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          MOST,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            Thread thread = new Thread(work, "socle-attente");
            thread.setDaemon(true);
            return thread;
          });

  /** Waits for an exchange as the call asks. */
  CompletableFuture<Optional<Exchange>> awaited(BenchOperations bench, Call call) {
    String space = call.space();
    long after = call.cursor("after");
    String service = call.requiredQuery("service");
    String transaction = call.query("transaction");
    Duration timeout = call.wait("timeout");
    try {
      return CompletableFuture.supplyAsync(
          () -> bench.await(space, after, service, transaction, timeout), threads);
    } catch (RejectedExecutionException e) {
      throw new ControlRefusal(
          503,
          "banc-occupe",
          "Plus de " + MOST + " attentes sont en cours : réessayez, ou répartissez les scénarios.");
    }
  }

  /** Does something short that may block, unless too much is being done. */
  void attempt(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      // Only heartbeats come here: the next one will do.
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
