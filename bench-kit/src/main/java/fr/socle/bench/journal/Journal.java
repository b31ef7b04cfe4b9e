package fr.socle.bench.journal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of exchanges. One writer at a time: sequence numbers follow the order of
 * the commits, so a reader that has seen a cursor never misses what comes before it.
 *
 * <p>Safe for use by several threads. A journal belongs to one bench at a time.
 */
public final class Journal {
  static final String SCRIPTS = "fr/socle/bench/journal/sql";
  static final List<String> SCRIPT_NAMES = List.of("V1__journal.sql");

  // A group is bounded: its bytes are in the memory of one transaction.
  private static final int GROUP = 256;
  private static final long GROUP_BYTES = 1024 * 1024;

  private final Store store;
  private final Documents documents = new Documents();
  private final JournalReader reader;
  private final ReentrantLock writing = new ReentrantLock();
  private final Condition written = writing.newCondition();
  // Added to by anyone, taken from under the lock.
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final Map<String, Long> heads = new HashMap<>();
  private final Subscribers subscribers;
  // Written under the lock, read by readers: what is beyond may be visible and not yet on disk.
  private final AtomicLong sequence = new AtomicLong();
  private long findingId;

  /**
   * Opens the journal of a store.
   *
   * @param store the store
   * @param executor runs the subscribers
   */
  public Journal(Store store, Executor executor) {
    this.store = store;
    this.subscribers = new Subscribers(executor);
    store.migrate("journal", SCRIPTS, SCRIPT_NAMES);
    this.reader = new JournalReader(store, documents, sequence::get);
    sequence.set(reader.largest("exchange", "sequence"));
    this.findingId = Math.max(reader.largest("finding", "id"), reader.largest("bench_error", "id"));
  }

  /** What was written. */
  public JournalReader reader() {
    return reader;
  }

  /**
   * Writes an exchange and its findings; both are there when this returns. What several threads
   * write at the same moment is written in one transaction, by the first of them: a commit costs
   * more than an exchange.
   */
  public Exchange append(ExchangeDraft draft) {
    Waiting mine = new Waiting(draft, documents.view(draft.decoded()));
    waiting.add(mine);
    writing.lock();
    try {
      while (!mine.isOver()) {
        write(group());
      }
      return mine.written();
    } finally {
      writing.unlock();
    }
  }

  /** How many exchanges wait to be written. */
  int waiting() {
    return waiting.size();
  }

  /** The first that waits, and those behind it while they are small together. */
  private List<Waiting> group() {
    List<Waiting> group = new ArrayList<>();
    long bytes = 0;
    for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
      bytes += next.size();
      if (!group.isEmpty() && (bytes > GROUP_BYTES || group.size() == GROUP)) {
        break;
      }
      group.add(waiting.remove());
    }
    return group;
  }

  // What cannot be written fails alone: the others of its group are tried again without it.
  private void write(List<Waiting> group) {
    try {
      store.jdbi().useTransaction(handle -> insert(handle, group));
    } catch (RuntimeException | Error e) {
      if (group.size() == 1) {
        group.get(0).fails(e);
      } else {
        group.forEach(each -> write(List.of(each)));
      }
      return;
    }
    for (Waiting each : group) {
      Exchange exchange = each.is();
      sequence.set(exchange.sequence());
      findingId += exchange.findings().size();
      heads.put(exchange.spaceId(), exchange.sequence());
      subscribers.tell(exchange);
      each.succeeds();
    }
    written.signalAll();
  }

  private void insert(Handle handle, List<Waiting> group) {
    long place = sequence.get();
    long finding = findingId;
    for (Waiting each : group) {
      place++;
      Exchange exchange = exchange(each.draft, each.view, place);
      insert(handle, each.draft, exchange, finding);
      finding += exchange.findings().size();
      each.becomes(exchange);
    }
  }

  /** Writes findings that are not those of one exchange's checks. */
  public void append(String spaceId, String windowId, List<Finding> findings) {
    writing.lock();
    try {
      store.jdbi().useTransaction(handle -> insert(handle, spaceId, windowId, findings, findingId));
      findingId += findings.size();
    } finally {
      writing.unlock();
    }
  }

  /** Writes that something failed in the bench itself. */
  public void benchError(String spaceId, @Nullable String windowId, Instant when, String message) {
    writing.lock();
    try {
      store
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into journal.bench_error values (?, ?, ?, ?, ?)",
                      findingId + 1,
                      spaceId,
                      windowId,
                      when.toString(),
                      message.substring(0, Math.min(message.length(), 4000))));
      findingId++;
    } finally {
      writing.unlock();
    }
  }

  /** Cursor of the last exchange of the whole journal. */
  public long cursor() {
    return sequence.get();
  }

  /**
   * Waits for the first exchange after a cursor that matches.
   *
   * @param spaceId space
   * @param after cursor
   * @param service service
   * @param transaction transaction, or absent for any
   * @param timeout how long to wait
   * @return the exchange, or nothing when the time is over or the wait was interrupted
   */
  public Optional<Exchange> await(
      String spaceId, long after, String service, @Nullable String transaction, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    long seen = after;
    while (true) {
      long head = head(spaceId);
      Optional<Exchange> first = reader.first(spaceId, seen, service, transaction);
      if (first.isPresent()) {
        return first;
      }
      seen = Math.max(seen, head);
      if (!waitBeyond(spaceId, head, deadline)) {
        return Optional.empty();
      }
    }
  }

  /** Calls a listener for each exchange of a space from now on, in order. */
  public AutoCloseable subscribe(String spaceId, Consumer<Exchange> listener) {
    return subscribers.add(spaceId, listener);
  }

  private long head(String spaceId) {
    writing.lock();
    try {
      return heads.getOrDefault(spaceId, 0L);
    } finally {
      writing.unlock();
    }
  }

  private boolean waitBeyond(String spaceId, long head, long deadline) {
    writing.lock();
    try {
      while (heads.getOrDefault(spaceId, 0L) <= head) {
        long left = deadline - System.nanoTime();
        if (left <= 0 || !written.await(left, TimeUnit.NANOSECONDS)) {
          return heads.getOrDefault(spaceId, 0L) > head;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      writing.unlock();
    }
  }

  private void insert(Handle handle, ExchangeDraft draft, Exchange exchange, long lastFinding) {
    handle.execute(
        "insert into journal.exchange values (?, ?, ?, ?, ?, ?, ?)",
        exchange.sequence(),
        exchange.spaceId(),
        exchange.windowId(),
        exchange.service(),
        JournalReader.column(exchange.transaction()),
        draft.truncated(),
        documents.bytes(exchange));
    try (BodyRows rows = new BodyRows(handle, exchange.sequence())) {
      rows.add("Q", draft.request());
      rows.add("A", draft.response());
      rows.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes of an exchange cannot be read again", e);
    }
    insert(handle, exchange.spaceId(), exchange.windowId(), exchange.findings(), lastFinding);
  }

  private void insert(
      Handle handle,
      String spaceId,
      @Nullable String windowId,
      List<Finding> findings,
      long lastFinding) {
    long id = lastFinding;
    for (Finding finding : findings) {
      id++;
      handle.execute(
          "insert into journal.finding values (?, ?, ?, ?)",
          id,
          spaceId,
          windowId,
          documents.bytes(finding));
    }
  }

  private static Exchange exchange(ExchangeDraft draft, JsonNode view, long sequence) {
    return new Exchange(
        sequence,
        draft.spaceId(),
        draft.windowId(),
        draft.service(),
        draft.listener(),
        draft.kind(),
        draft.transaction(),
        draft.startedAt(),
        draft.durationMicros(),
        draft.method(),
        draft.target(),
        draft.status(),
        draft.clientCertificate(),
        view,
        draft.refusal(),
        draft.faults(),
        draft.requestSize(),
        draft.response().size(),
        draft.findings().stream().map(finding -> finding.on(sequence)).toList(),
        draft.tls());
  }

  /** An exchange to be written, and what became of it. Used under the lock once it waits. */
  private static final class Waiting {
    private final ExchangeDraft draft;
    private final JsonNode view;
    private @Nullable Exchange exchange;
    private @Nullable Throwable failure;
    private boolean over;

    Waiting(ExchangeDraft draft, JsonNode view) {
      this.draft = draft;
      this.view = view;
    }

    long size() {
      return draft.request().size() + draft.response().size();
    }

    void becomes(Exchange written) {
      exchange = written;
    }

    void fails(Throwable why) {
      failure = why;
      over = true;
    }

    void succeeds() {
      over = true;
    }

    boolean isOver() {
      return over;
    }

    Exchange is() {
      return Objects.requireNonNull(exchange);
    }

    Exchange written() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException why) {
        throw why;
      }
      return is();
    }
  }
}
