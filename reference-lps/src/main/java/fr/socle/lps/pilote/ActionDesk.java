package fr.socle.lps.pilote;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the acts of one user, one after the other, and keeps the last results for whoever asks.
 * Thread-safe.
 */
final class ActionDesk implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ActionDesk.class.getName());

  private static final int KEPT = 500;

  private final ExecutorService user = Executors.newSingleThreadExecutor(ActionDesk::thread);
  private final Map<String, CompletableFuture<Outcome>> runs =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Outcome>> eldest) {
          return size() > KEPT && eldest.getValue().isDone();
        }
      };

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "lps-utilisateur");
    thread.setDaemon(true);
    return thread;
  }

  /** Queues an act and gives the id to ask for its result. */
  String submit(UserAction.Prepared act) {
    String id = UUID.randomUUID().toString();
    CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> perform(act), user);
    synchronized (runs) {
      runs.put(id, run);
    }
    return id;
  }

  boolean knows(String id) {
    return find(id) != null;
  }

  /** The result of an act if it ends within the delay. */
  Optional<Outcome> await(String id, Duration delay) throws InterruptedException {
    CompletableFuture<Outcome> run = find(id);
    if (run == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(run.get(delay.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    user.shutdownNow();
  }

  private @Nullable CompletableFuture<Outcome> find(String id) {
    synchronized (runs) {
      return runs.get(id);
    }
  }

  private static Outcome perform(UserAction.Prepared act) {
    try {
      return act.perform();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    } catch (RuntimeException e) {
      // A defect of this software: the driver must still get an end, and the trace stays here.
      LOG.log(Level.ERROR, "Erreur interne du LPS de référence", e);
      return Outcome.broken("Erreur interne du logiciel : voyez son journal technique.");
    }
  }
}
