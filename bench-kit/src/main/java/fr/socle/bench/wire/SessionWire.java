package fr.socle.bench.wire;

import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.wire.Conversation.Turn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session as its connections see it: reads units, has them answered, writes. What happens to it
 * waits in line, so that one thread at a time works on it and none does while it is idle.
 */
final class SessionWire {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWire.class);
  private static final int BUFFER = 16 * 1024;

  private final Executor executor;
  private final Scheduler scheduler;
  private final WireLimits limits;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private final Framing framing = new Framing(new Awaits.Line(1));
  private @Nullable Conversation conversation;
  private @Nullable Consumer<EndPoint> upgrade;
  private ByteBuffer input = BufferUtil.EMPTY_BUFFER;
  private volatile @Nullable SessionConnection carrier;
  private @Nullable Lingering lingering;
  private boolean working;
  private boolean wakeWaits;
  private boolean begun;
  private long unitStart;

  /** Something to do; false when it goes on by itself and the others have to wait. */
  private interface Job {
    boolean run() throws IOException;
  }

  SessionWire(Executor executor, Scheduler scheduler, WireLimits limits) {
    this.executor = executor;
    this.scheduler = scheduler;
    this.limits = limits;
  }

  void converse(Conversation with) {
    conversation = with;
  }

  void upgradingBy(Consumer<EndPoint> how) {
    upgrade = how;
  }

  private Conversation talk() {
    Conversation known = conversation;
    if (known == null) {
      throw new IllegalStateException("nobody to talk to");
    }
    return known;
  }

  /** A connection carries the session from now on. */
  void carriedBy(SessionConnection connection) {
    carrier = connection;
    submit(
        () -> {
          if (begun) {
            listen();
            return true;
          }
          begun = true;
          return act(talk().begin()) && read();
        });
  }

  void readable() {
    submit(this::read);
  }

  /** Has the session asked whether it has something to say; several calls may become one. */
  void wake() {
    synchronized (jobs) {
      if (wakeWaits) {
        return;
      }
      wakeWaits = true;
    }
    executor.execute(
        () ->
            submit(
                () -> {
                  synchronized (jobs) {
                    wakeWaits = false;
                  }
                  if (!isOpen() || lingering != null) {
                    return true;
                  }
                  Turn turn = talk().woken(tls());
                  return turn == null || speak(turn);
                }));
  }

  void unreadable(SessionConnection connection, Throwable cause) {
    if (!connection.equals(carrier)) {
      return;
    }
    submit(
        () -> {
          if (cause instanceof TimeoutException) {
            end(
                "delai-depasse",
                "Rien n'est venu pendant le temps accordé : la connexion est fermée.",
                lingering == null && !framing.isUnderWay() ? talk().silent() : null);
          } else {
            end("connexion-coupee", "La connexion a été coupée avant la fin de l'échange.", null);
          }
          return true;
        });
  }

  void left(SessionConnection connection) {
    if (!connection.equals(carrier)) {
      return;
    }
    // The selector's thread must not wait for the journal.
    executor.execute(
        () ->
            submit(
                () -> {
                  talk()
                      .ended(
                          "connexion-coupee",
                          "La connexion a été fermée avant la fin de l'échange.",
                          TlsFacts.clear());
                  return true;
                }));
  }

  private void submit(Job job) {
    synchronized (jobs) {
      jobs.add(job);
      if (working) {
        return;
      }
      working = true;
    }
    work();
  }

  private void work() {
    while (true) {
      Job next;
      synchronized (jobs) {
        next = jobs.poll();
        if (next == null) {
          working = false;
          return;
        }
      }
      if (!run(next)) {
        return;
      }
    }
  }

  private boolean run(Job job) {
    try {
      return job.run();
    } catch (IOException e) {
      end("connexion-coupee", "La connexion a été coupée avant la fin de l'échange.", null);
    } catch (RuntimeException | Error e) {
      LOG.error("A session failed in the bench", e);
      end("banc", "Le banc a échoué pendant cet échange : " + e, null);
    }
    return true;
  }

  /** Reads and answers until there is nothing to read. */
  private boolean read() throws IOException {
    while (isOpen()) {
      Lingering end = lingering;
      if (end != null) {
        if (!end.goOn()) {
          return true;
        }
        continue;
      }
      if (input.hasRemaining()) {
        Turn turn = take();
        if (turn != null && !act(turn)) {
          return false;
        }
        continue;
      }
      int filled = fill();
      if (filled < 0) {
        end("connexion-fermee", "La connexion a été fermée avant la fin de l'échange.", null);
      } else if (filled == 0) {
        listen();
        return true;
      }
    }
    return true;
  }

  private int fill() throws IOException {
    if (input.capacity() == 0) {
      input = BufferUtil.allocate(BUFFER);
    }
    int filled = endPoint().fill(input);
    if (filled == 0) {
      // An idle session keeps no buffer.
      input = BufferUtil.EMPTY_BUFFER;
    }
    return filled;
  }

  /** Takes what was read; a turn when a unit is over. */
  private @Nullable Turn take() throws IOException {
    if (framing.size() == 0) {
      unitStart = System.nanoTime();
    }
    ByteBuffer seen = input.slice();
    int before = input.remaining();
    boolean over = framing.take(input);
    seen.limit(before - input.remaining());
    talk().consumed(seen, !framing.isTooLong() || over);
    if (over) {
      return talk().completed(!framing.isTooLong(), input.slice(), tls());
    }
    if (framing.size() > limits.drained()) {
      end("trop-long", "Trop d'octets sans fin : la connexion est coupée.", null);
    } else if (System.nanoTime() - unitStart > limits.whole().toNanos()) {
      end("delai-depasse", "La suite n'est pas venue à temps : envoyez-la d'un trait.", null);
    }
    return null;
  }

  /** Does what a turn says; false when it goes on later. */
  private boolean act(Turn turn) throws IOException {
    framing.await(turn.awaits());
    return speak(turn);
  }

  private boolean speak(Turn turn) throws IOException {
    if (turn.delay().isZero()) {
      write(turn);
      return true;
    }
    scheduler.schedule(
        () ->
            executor.execute(
                () -> {
                  if (run(
                      () -> {
                        write(turn);
                        return read();
                      })) {
                    work();
                  }
                }),
        turn.delay().toMillis(),
        TimeUnit.MILLISECONDS);
    return false;
  }

  private void write(Turn turn) throws IOException {
    SessionConnection connection = carrier();
    Outlet outlet = new Outlet(connection.getEndPoint());
    try {
      if (turn.bytes().size() > 0) {
        outlet.write(turn.bytes());
      }
    } finally {
      talk().written();
    }
    if (turn.cut()) {
      outlet.cut();
    } else if (turn.then() == Then.START_TLS) {
      // RFC 3207 section 4.2: nothing of what came before TLS counts.
      input = BufferUtil.EMPTY_BUFFER;
      Consumer<EndPoint> how = upgrade;
      if (how == null) {
        throw new IllegalStateException("no TLS");
      }
      carrier = null;
      how.accept(connection.getEndPoint());
    } else if (turn.then() == Then.CLOSE) {
      input = BufferUtil.allocate(BUFFER);
      lingering = Lingering.begin(connection, input);
      BufferUtil.clear(input);
    }
  }

  private void listen() {
    SessionConnection connection = carrier;
    if (connection != null && connection.getEndPoint().isOpen()) {
      connection
          .getEndPoint()
          .setIdleTimeout((framing.isUnderWay() ? limits.idle() : talk().patience()).toMillis());
      connection.listen();
    }
  }

  private void end(String code, String reason, @Nullable Turn last) {
    SessionConnection connection = carrier;
    try {
      if (last != null && connection != null) {
        new Outlet(connection.getEndPoint()).write(last.bytes());
      }
    } catch (IOException e) {
      LOG.debug("Nobody read the last words", e);
    } finally {
      talk().ended(code, reason, connection == null ? TlsFacts.clear() : tls());
      if (connection != null) {
        connection.getEndPoint().close();
      }
    }
  }

  private boolean isOpen() {
    SessionConnection connection = carrier;
    return connection != null && connection.getEndPoint().isOpen();
  }

  private SessionConnection carrier() {
    SessionConnection connection = carrier;
    if (connection == null) {
      throw new IllegalStateException("no connection");
    }
    return connection;
  }

  private EndPoint endPoint() {
    return carrier().getEndPoint();
  }

  private TlsFacts tls() {
    return TlsFactsReader.of(endPoint());
  }
}
