package fr.socle.psc.proxy.service;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The traces of the proxy, the last ones. Thread-safe. */
public final class Traces {
  private static final int KEPT = 20_000;

  private final Deque<Trace> kept = new ArrayDeque<>();

  /** Adds a trace. */
  public synchronized void add(Trace trace) {
    if (kept.size() >= KEPT) {
      kept.removeFirst();
    }
    kept.addLast(trace);
  }

  /** Those of a time, both ends included. */
  public synchronized List<Trace> between(Instant start, @Nullable Instant end) {
    return kept.stream()
        .filter(one -> !one.timestamp().isBefore(start))
        .filter(one -> end == null || !one.timestamp().isAfter(end))
        .toList();
  }

  synchronized void reset() {
    kept.clear();
  }
}
