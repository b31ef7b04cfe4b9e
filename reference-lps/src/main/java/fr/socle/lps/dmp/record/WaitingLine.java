package fr.socle.lps.dmp.record;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The documents that wait for the DMP, alone or in a lot. Each leaves as soon as it can be sent,
 * and is tried again without anybody's act while the DMP cannot be reached (DMP/ALI/PROG.02, 06,
 * 07). Thread-safe.
 *
 * @param <W> how a document is sent
 */
public final class WaitingLine<W> implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WaitingLine.class.getName());
  private static final long PAUSE_MILLIS = 1500;

  private final Map<List<LocalDocument>, W> waiting = new LinkedHashMap<>();
  private final Attempt<W> attempt;
  private final ScheduledExecutorService clerk =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lps-envois-dmp");
            thread.setDaemon(true);
            return thread;
          });

  /** One try to send the documents of a lot. */
  @FunctionalInterface
  public interface Attempt<W> {

    /** What became of all of them; documents that still wait are tried again later. */
    Sending send(List<LocalDocument> lot, W way) throws InterruptedException;
  }

  public WaitingLine(Attempt<W> attempt) {
    this.attempt = attempt;
    var unused =
        clerk.scheduleWithFixedDelay(
            this::serveAll, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Puts a document in the line and tries to send it, after those before it. */
  public Sending send(LocalDocument document, W way) throws InterruptedException {
    sendTogether(List.of(document), way);
    return document.sending();
  }

  /** The same of several documents, which leave in one lot or stay. */
  public void sendTogether(List<LocalDocument> lot, W way) throws InterruptedException {
    put(lot, way);
    serve();
  }

  /** Puts a document in the line, which is served beside whatever the user does next. */
  public Sending post(LocalDocument document, W way) {
    put(List.of(document), way);
    clerk.execute(this::serveAll);
    return document.sending();
  }

  /** What waits already keeps its place and its lot, and leaves the new way. */
  private void put(List<LocalDocument> documents, W way) {
    synchronized (waiting) {
      waiting.replaceAll((lot, former) -> Collections.disjoint(lot, documents) ? former : way);
      List<LocalDocument> newcomers =
          documents.stream()
              .filter(one -> waiting.keySet().stream().noneMatch(lot -> lot.contains(one)))
              .toList();
      documents.forEach(one -> one.now(Sending.of(Sending.State.EN_ATTENTE)));
      if (!newcomers.isEmpty()) {
        waiting.put(newcomers, way);
      }
    }
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
    List<Map.Entry<List<LocalDocument>, W>> now;
    synchronized (waiting) {
      now = new ArrayList<>(waiting.entrySet());
    }
    for (Map.Entry<List<LocalDocument>, W> order : now) {
      Sending done = attempt.send(order.getKey(), order.getValue());
      synchronized (waiting) {
        if (waiting.containsKey(order.getKey())) {
          order.getKey().forEach(document -> document.now(done));
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
