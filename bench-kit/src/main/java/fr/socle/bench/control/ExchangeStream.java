package fr.socle.bench.control;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.operations.BenchOperations;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One live stream: first what was missed after a cursor, then every exchange once committed, each
 * exactly once. Written by the thread that opens it, then by the bench's own.
 */
final class ExchangeStream {
  private static final Logger LOG = LoggerFactory.getLogger(ExchangeStream.class);
  private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");

  private final BenchOperations bench;
  private final Call call;
  private final String space;
  private final @Nullable Long cursor;
  private final HttpServletResponse response;
  private final AtomicReference<@Nullable AutoCloseable> subscription = new AtomicReference<>();
  private final Object order = new Object();
  private final ReentrantLock writing = new ReentrantLock();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** What came while the missed exchanges were being sent; null once they are. */
  private @Nullable List<Exchange> early = new ArrayList<>();

  ExchangeStream(BenchOperations bench, Call call) {
    this.bench = bench;
    this.call = call;
    this.space = bench.space(call.space()).id();
    this.cursor = cursor(call);
    this.response = call.context().res();
  }

  /** Completes when the stream is over, whoever ends it. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  void begin() {
    response.setStatus(200);
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    write("retry: 1000\n\n");
    subscription.set(bench.subscribe(space, this::live));
    if (ended.isDone()) {
      unsubscribe();
    }
    sendEarly(cursor == null ? Set.of() : sendMissed(cursor));
  }

  /** Tells a client that nothing came, and finds out whether it is still there. */
  void beat() {
    if (!writing.isLocked()) {
      write(": \n\n");
    }
  }

  void end() {
    ended.complete(null);
    unsubscribe();
  }

  private void live(Exchange exchange) {
    synchronized (order) {
      if (early != null) {
        early.add(exchange);
        return;
      }
    }
    send(exchange);
  }

  private Set<Long> sendMissed(long after) {
    Set<Long> sent = new HashSet<>();
    ExchangePage page = bench.exchanges(space, after, null);
    while (!page.exchanges().isEmpty() && !ended.isDone()) {
      for (Exchange exchange : page.exchanges()) {
        send(exchange);
        sent.add(exchange.sequence());
      }
      page = bench.exchanges(space, page.cursor(), null);
    }
    return sent;
  }

  private void sendEarly(Set<Long> sent) {
    while (true) {
      List<Exchange> waiting;
      synchronized (order) {
        waiting = early == null ? List.of() : early;
        early = waiting.isEmpty() ? null : new ArrayList<>();
        if (early == null) {
          return;
        }
      }
      waiting.stream().filter(exchange -> !sent.contains(exchange.sequence())).forEach(this::send);
    }
  }

  private void send(Exchange exchange) {
    write(
        "id: " + exchange.sequence() + "\nevent: exchange\ndata: " + call.text(exchange) + "\n\n");
  }

  private void write(String event) {
    boolean gone = false;
    writing.lock();
    try {
      if (!ended.isDone()) {
        response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
      }
    } catch (IOException e) {
      LOG.debug("a listener of the live stream went away", e);
      gone = true;
    } finally {
      writing.unlock();
    }
    if (gone) {
      end(); // Outside the lock: ending closes the subscription, whose thread may be writing.
    }
  }

  private static @Nullable Long cursor(Call call) {
    String resumed = call.context().header("Last-Event-ID");
    if (resumed != null && SEQUENCE.matcher(resumed).matches()) {
      return Long.valueOf(resumed);
    }
    return call.query("after") == null ? null : call.cursor("after");
  }

  private void unsubscribe() {
    AutoCloseable open = subscription.getAndSet(null);
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (Exception e) {
      LOG.warn("a subscription to the journal did not close", e);
    }
  }
}
