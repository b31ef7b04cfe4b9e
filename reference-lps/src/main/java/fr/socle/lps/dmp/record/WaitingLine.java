package fr.socle.lps.dmp.record;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The documents that wait for the DMP. Each leaves as soon as it can be sent, and is tried again
 * without anybody's act while the DMP cannot be reached (DMP/ALI/PROG.02, 06, 07). Thread-safe.
 *
 * @param <W> how a document is sent
 */
public final class WaitingLine<W> implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WaitingLine.class.getName());
  private static final long PAUSE_MILLIS = 1500;

  private final Map<LocalDocument, W> waiting = new LinkedHashMap<>();
  private final Attempt<W> attempt;
  private final ScheduledExecutorService clerk =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lps-envois-dmp");
            thread.setDaemon(true);
            return thread;
          });

  /** One try to send a document. */
  @FunctionalInterface
  public interface Attempt<W> {

    /** What became of it; a document that still waits is tried again later. */
    Sending send(LocalDocument document, W way) throws InterruptedException;
  }

  public WaitingLine(Attempt<W> attempt) {
    this.attempt = attempt;
    var unused =
        clerk.scheduleWithFixedDelay(
            this::serveAll, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Puts a document in the line and tries to send it, after those before it. */
  public Sending send(LocalDocument document, W way) throws InterruptedException {
    synchronized (waiting) {
      document.now(Sending.of(Sending.State.EN_ATTENTE));
      waiting.put(document, way);
    }
    serve();
    return document.sending();
  }

  /** Puts a document in the line, which is served beside whatever the user does next. */
  public Sending post(LocalDocument document, W way) {
    synchronized (waiting) {
      document.now(Sending.of(Sending.State.EN_ATTENTE));
      waiting.put(document, way);
    }
    clerk.execute(this::serveAll);
    return document.sending();
  }

  /** Takes everything out. */
  public void forgetAll() {
    synchronized (waiting) {
      waiting.clear();
    }
  }

  private void serveAll() {
    try {
      serve();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // A defect of this software: the line goes on, and the trace stays here.
      LOG.log(Level.ERROR, "Erreur interne d'un envoi au DMP", e);
    }
  }

  private synchronized void serve() throws InterruptedException {
    List<Map.Entry<LocalDocument, W>> now;
    synchronized (waiting) {
      now = new ArrayList<>(waiting.entrySet());
    }
    for (Map.Entry<LocalDocument, W> order : now) {
      Sending done = attempt.send(order.getKey(), order.getValue());
      synchronized (waiting) {
        if (waiting.containsKey(order.getKey())) {
          order.getKey().now(done);
        }
        if (done.state() != Sending.State.EN_ATTENTE) {
          waiting.remove(order.getKey());
        }
      }
    }
  }

  @Override
  public void close() {
    clerk.shutdownNow();
  }
}
