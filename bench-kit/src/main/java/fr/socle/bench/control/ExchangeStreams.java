package fr.socle.bench.control;

import fr.socle.bench.operations.BenchOperations;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The live streams that are open, kept alive by a comment now and then. */
final class ExchangeStreams implements AutoCloseable {
  private static final long BEAT_SECONDS = 15;

  private final Set<ExchangeStream> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "socle-flux");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<?> beats;

  ExchangeStreams(Waiting threads) {
    beats =
        clock.scheduleWithFixedDelay(
            () -> open.forEach(stream -> threads.attempt(stream::beat)),
            BEAT_SECONDS,
            BEAT_SECONDS,
            TimeUnit.SECONDS);
  }

  /** Opens a stream; what is given ends with it. */
  CompletableFuture<?> open(BenchOperations bench, Call call) {
    ExchangeStream stream = new ExchangeStream(bench, call);
    open.add(stream);
    CompletableFuture<?> ended =
        stream.ended().whenComplete((done, failure) -> open.remove(stream));
    stream.begin();
    return ended;
  }

  @Override
  public void close() {
    beats.cancel(false);
    clock.shutdownNow();
    open.forEach(ExchangeStream::end);
  }
}
