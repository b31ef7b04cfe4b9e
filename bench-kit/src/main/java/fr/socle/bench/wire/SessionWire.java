package fr.socle.bench.wire;

import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Delivery;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.wire.Conversation.Turn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
  private final Executor slow;
  private final Scheduler scheduler;
  private final WireLimits limits;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private final Framing framing = new Framing(new Awaits.Line(1));
  private final Wakes wakes;
  private @Nullable Conversation conversation;
  private @Nullable Consumer<EndPoint> upgrade;
  private ByteBuffer input = BufferUtil.EMPTY_BUFFER;
  private volatile @Nullable SessionConnection carrier;
  private @Nullable Lingering lingering;
  private boolean working;
  private boolean begun;
  private long unitStart;

  /** Something to do; false when it goes on by itself and the others have to wait. */
  private interface Job {
    boolean run() throws IOException;
  }

  SessionWire(Executor executor, Executor slow, Scheduler scheduler, WireLimits limits) {
    this.executor = executor;
    this.slow = slow;
    this.scheduler = scheduler;
    this.limits = limits;
    this.wakes = new Wakes(executor, scheduler, () -> submit(this::ask));
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
            // Until the handshake is over: half of one is not a silence between two commands.
            connection.getEndPoint().setIdleTimeout(limits.idle().toMillis());
            connection.listen();
            return true;
          }
          begun = true;
          return act(talk().begin()) && read();
        });
  }

  void readable() {
    submit(this::read);
  }

  /** The handshake is over. */
  void secured() {
    SessionConnection connection = carrier;
    if (connection != null) {
      connection.getEndPoint().setIdleTimeout(talk().patience().toMillis());
    }
  }

  /** Has the session asked whether it has something to say; several calls may become one. */
  void wake() {
    wakes.wake();
  }

  private boolean ask() throws IOException {
    if (!wakes.take() || !isOpen() || lingering != null) {
      return true;
    }
    Turn turn = talk().woken(tls());
    if (turn != null) {
      wakes.rest(talk().rest());
      if (!speak(turn)) {
        return false;
      }
    }
    listen();
    return true;
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
                lingering == null && !framing.isUnderWay() ? talk().silent(tls()) : null);
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
      endAnyway("connexion-coupee", "La connexion a été coupée avant la fin de l'échange.");
    } catch (RuntimeException | Error e) {
      LOG.error("A session failed in the bench", e);
      endAnyway("banc", "Le banc a échoué pendant cet échange : " + e);
    }
    return true;
  }

  private void endAnyway(String code, String reason) {
    try {
      end(code, reason, null);
    } catch (RuntimeException | Error e) {
      LOG.error("The end of a session is in no journal", e);
    }
  }

  /** Goes on with what was left, then with what waits in line. */
  private void resume(Job job) {
    if (run(job)) {
      work();
    }
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
    } else if (System.nanoTime() - unitStart > talk().patience().toNanos()) {
      end("delai-depasse", "La suite n'est pas venue à temps : envoyez-la d'un trait.", null);
    }
    return null;
  }

  /** Does what a turn says; false when it goes on later. */
  private boolean act(Turn turn) throws IOException {
    Supplier<Turn> work = turn.work();
    if (work != null) {
      slow.execute(() -> resume(() -> act(work.get()) && read()));
      return false;
    }
    framing.await(turn.awaits());
    return speak(turn);
  }

  private boolean speak(Turn turn) throws IOException {
    if (turn.delay().isZero()) {
      return write(turn);
    }
    scheduler.schedule(
        () -> executor.execute(() -> resume(() -> write(turn) && read())),
        turn.delay().toMillis(),
        TimeUnit.MILLISECONDS);
    return false;
  }

  /** Writes; false when the client has to read first, and it goes on then. */
  private boolean write(Turn turn) throws IOException {
    SessionConnection connection = carrier();
    boundWriting(connection);
    CompletableFuture<Void> gone;
    try {
      gone =
          Sending.begin(
              connection.getEndPoint(), executor, scheduler, turn.bytes(), turn.delivery());
    } catch (IOException | RuntimeException e) {
      talk().written(false);
      throw e;
    }
    if (gone.isDone() && !gone.isCompletedExceptionally()) {
      written(turn, connection);
      return true;
    }
    CompletableFuture<Void> unused =
        gone.whenComplete(
            (nothing, failure) ->
                executor.execute(() -> resume(() -> goOn(turn, connection, failure))));
    return false;
  }

  private boolean goOn(Turn turn, SessionConnection connection, @Nullable Throwable failure)
      throws IOException {
    if (failure != null) {
      talk().written(false);
      throw new IOException("the client does not read", failure);
    }
    written(turn, connection);
    return read();
  }

  /** Who does not read is left sooner than who does not write. */
  private void boundWriting(SessionConnection connection) {
    Duration most =
        limits.idle().compareTo(talk().patience()) < 0 ? limits.idle() : talk().patience();
    connection.getEndPoint().setIdleTimeout(most.toMillis());
  }

  private void written(Turn turn, SessionConnection connection) {
    talk().written(true);
    if (turn.isCut()) {
      new Outlet(connection.getEndPoint()).cut();
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
      connection.getEndPoint().setIdleTimeout(talk().patience().toMillis());
      connection.listen();
    }
  }

  private void end(String code, String reason, @Nullable Turn last) {
    SessionConnection connection = carrier;
    try {
      talk().ended(code, reason, connection == null ? TlsFacts.clear() : tls());
    } finally {
      if (connection != null) {
        leave(connection, last);
      }
    }
  }

  /** Closes, after the last words if there are some and somebody reads them. */
  private void leave(SessionConnection connection, @Nullable Turn last) {
    EndPoint endPoint = connection.getEndPoint();
    if (last == null || !endPoint.isOpen()) {
      endPoint.close();
      return;
    }
    boundWriting(connection);
    try {
      CompletableFuture<Void> unused =
          Sending.begin(endPoint, executor, scheduler, last.bytes(), Delivery.WHOLE)
              .whenComplete((nothing, failure) -> endPoint.close());
    } catch (IOException e) {
      LOG.debug("Nobody read the last words", e);
      endPoint.close();
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
