package fr.socle.bench.journal;

import fr.socle.bench.client.api.Exchange;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who follow the journal, each with a queue of its own and called by one thread at a time.
 */
final class Subscribers {
  private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

  private final Executor executor;
  private final List<Subscriber> all = new CopyOnWriteArrayList<>();

  Subscribers(Executor executor) {
    this.executor = executor;
  }

  AutoCloseable add(String spaceId, Consumer<Exchange> listener) {
    Subscriber subscriber = new Subscriber(spaceId, listener);
    all.add(subscriber);
    return () -> {
      all.remove(subscriber);
      subscriber.close();
    };
  }

  void tell(Exchange exchange) {
    for (Subscriber subscriber : all) {
      if (subscriber.spaceId.equals(exchange.spaceId())) {
        subscriber.offer(exchange);
      }
    }
  }

  private final class Subscriber {
    private final String spaceId;
    private final Consumer<Exchange> listener;
    private final Queue<Exchange> waiting = new ArrayDeque<>();
    private boolean running;
    private boolean closed;

    Subscriber(String spaceId, Consumer<Exchange> listener) {
      this.spaceId = spaceId;
      this.listener = listener;
    }

    synchronized void offer(Exchange exchange) {
      if (!closed) {
        waiting.add(exchange);
        if (!running) {
          running = true;
          executor.execute(this::run);
        }
      }
    }

    synchronized void close() {
      closed = true;
      waiting.clear();
    }

    private synchronized @Nullable Exchange next() {
      Exchange exchange = waiting.poll();
      running = exchange != null;
      return exchange;
    }

    private void run() {
      for (Exchange exchange = next(); exchange != null; exchange = next()) {
        try {
          listener.accept(exchange);
        } catch (RuntimeException e) {
          LOG.warn("A follower of the journal failed on exchange {}", exchange.sequence(), e);
        }
      }
    }
  }
}
