package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.Peer;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.wire.Reply.Ending;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP/1.1 connection, above TLS if there is any. It reads with Jetty's parser, keeps every
 * byte the parser consumes, and writes exactly the bytes it is given.
 *
 * <p>Jetty's own {@code HttpConnection} is not used: it makes headers of its own, answers what the
 * parser refuses before any handler sees it, and keeps no bytes.
 */
final class WireConnection extends AbstractConnection {
  private static final Logger LOG = LoggerFactory.getLogger(WireConnection.class);
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Intake intake;
  private final WireLimits limits;
  private final Path spools;
  private final Scheduler scheduler;
  private final Outlet outlet;
  private final ByteBuffer input = BufferUtil.allocate(16 * 1024);
  private @Nullable HttpParser parser;
  private volatile @Nullable MessageIn message;
  private volatile boolean serving;
  private volatile boolean retired;
  private @Nullable Lingering lingering;

  WireConnection(
      EndPoint endPoint,
      Executor executor,
      Scheduler scheduler,
      Intake intake,
      WireLimits limits,
      Path spools) {
    super(endPoint, executor);
    this.scheduler = scheduler;
    this.intake = intake;
    this.limits = limits;
    this.spools = spools;
    this.outlet = new Outlet(endPoint);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    fillInterested();
  }

  @Override
  public void onFillable() {
    try {
      receive();
    } catch (IOException e) {
      broken("connexion-coupee", "La connexion a été coupée avant la fin de la requête.");
      getEndPoint().close(e);
    } catch (RuntimeException | Error e) {
      LOG.error("A connection failed in the bench", e);
      broken("banc", "Le banc a échoué en lisant cette requête : " + e);
      MessageIn unanswered = message;
      if (unanswered != null) {
        release(unanswered);
      }
      getEndPoint().close(e);
    }
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    broken(
        cause instanceof TimeoutException ? "delai-depasse" : "connexion-coupee",
        cause instanceof TimeoutException
            ? "La requête n'est pas arrivée en entier après "
                + limits.idle().toSeconds()
                + " s de silence : envoyez-la sans attendre."
            : "La connexion a été coupée avant la fin de la requête.");
    getEndPoint().close(cause);
  }

  @Override
  public boolean onIdleExpired(TimeoutException timeout) {
    return !serving;
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    broken("connexion-coupee", "La connexion a été fermée avant la fin de la requête.");
    super.onClose(cause);
  }

  /** Closes the connection now if it waits for a request, else after the answer. */
  void retire() {
    retired = true;
    if (message == null) {
      getEndPoint().close();
    }
  }

  /** Reads and serves until there is nothing to read or somebody else goes on. */
  private void receive() throws IOException {
    while (true) {
      MessageIn current = message;
      Lingering end = lingering;
      if (end != null) {
        if (!end.goOn()) {
          return;
        }
      } else if (current != null && current.failure() != null) {
        refuse(current, current.failure());
        return;
      } else if (current != null && current.isComplete()) {
        if (!serve(current)) {
          return;
        }
      } else if (current != null && current.isTooSlow()) {
        broken(
            "delai-depasse",
            "La requête n'est pas arrivée en entier en "
                + limits.whole().toSeconds()
                + " s : envoyez-la d'un trait.");
        getEndPoint().close();
        return;
      } else if (!parse()) {
        int filled = getEndPoint().fill(input);
        if (filled == 0) {
          fillInterested();
          return;
        }
        if (filled < 0) {
          broken(
              "requete-incomplete",
              "La connexion a été fermée avant la fin de la requête : envoyez la ligne de requête,"
                  + " les en-têtes, une ligne vide et tout le corps annoncé.");
          getEndPoint().close();
          return;
        }
      }
    }
  }

  /** Parses what was read; false when more is needed. */
  private boolean parse() throws IOException {
    MessageIn current = message;
    if (current == null) {
      skipEmptyLines();
      if (!input.hasRemaining()) {
        return false;
      }
      current = new MessageIn(intake.arrive(), limits, spools);
      parser = new HttpParser(current, limits.head(), HttpCompliance.RFC9110);
      message = current;
    }
    HttpParser reader = parser;
    if (reader == null) {
      throw new IllegalStateException("no parser");
    }
    boolean headWasComplete = current.isHeadComplete();
    ByteBuffer seen = input.slice();
    int before = input.remaining();
    reader.parseNext(input);
    // A parser that refuses throws the rest of the buffer away: all of it was seen.
    seen.limit(before - input.remaining());
    current.consumed(seen);
    if (current.failure() != null || current.isComplete()) {
      return true;
    }
    if (current.isHeadComplete() && !headWasComplete) {
      return headReceived(current, reader);
    }
    if (current.isBeyondDraining()) {
      giveUp(current);
      return true;
    }
    return seen.limit() > 0 && input.hasRemaining();
  }

  // RFC 9112 section 2.2: empty lines before a request line are ignored.
  private void skipEmptyLines() {
    while (input.hasRemaining()) {
      byte next = input.get(input.position());
      if (next != '\r' && next != '\n') {
        return;
      }
      input.get();
    }
  }

  private boolean headReceived(MessageIn current, HttpParser reader) throws IOException {
    HttpVersion version = current.version();
    if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0) {
      current.badMessage(new HttpException.RuntimeException(505, "version"));
    } else if (current.hasUnknownExpectation()) {
      current.badMessage(new HttpException.RuntimeException(417, "expect"));
    } else if (reader.getContentLength() > limits.drained()
        || (current.expectsContinue() && reader.getContentLength() > limits.body())) {
      giveUp(current);
    } else if (current.expectsContinue()
        && version == HttpVersion.HTTP_1_1
        && !input.hasRemaining()) {
      outlet.write(Content.of(CONTINUE));
      current.interimSent(CONTINUE);
    }
    return true;
  }

  /** Serves a body that is too large to be read to its end. */
  private void giveUp(MessageIn current) throws IOException {
    if (current.settle()) {
      serving = true;
      end(current, current.arrival().serve(current.received(tls(), peer())));
    }
  }

  /** Serves; false when somebody else goes on with this connection. */
  private boolean serve(MessageIn current) throws IOException {
    if (!current.settle()) {
      return false;
    }
    serving = true;
    Reply reply = current.arrival().serve(current.received(tls(), peer()));
    if (reply instanceof Reply.Later later) {
      postpone(current, later);
      return false;
    }
    return end(current, reply);
  }

  private void postpone(MessageIn current, Reply.Later later) {
    scheduler.schedule(
        () -> getExecutor().execute(() -> resume(current, later)),
        later.delay().toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void resume(MessageIn current, Reply.Later later) {
    try {
      Reply reply = later.then().get();
      if (reply instanceof Reply.Later again) {
        postpone(current, again);
      } else if (end(current, reply)) {
        receive();
      }
    } catch (IOException e) {
      getEndPoint().close(e);
    } catch (RuntimeException | Error e) {
      LOG.error("A postponed answer failed in the bench", e);
      getEndPoint().close(e);
      release(current);
    }
  }

  private void refuse(MessageIn current, @Nullable HttpException failure) throws IOException {
    if (failure == null || !current.settle()) {
      return;
    }
    serving = true;
    RefusedRequest seen = current.refused(failure.getCode(), "", tls());
    String reason = ParseFailures.reason(failure, seen.raw().first(2), limits);
    end(current, current.arrival().refuse(current.refused(failure.getCode(), reason, seen.tls())));
    receive();
  }

  /** Writes an answer; true when the connection can be read again. */
  private boolean end(MessageIn current, Reply reply) throws IOException {
    try {
      if (!(reply instanceof Reply.Now now)) {
        throw new IllegalStateException("an answer was due");
      }
      serving = false; // so that a client that does not read is left after a while
      outlet.write(now.bytes());
      if (now.ending() == Ending.RESET) {
        outlet.reset();
        return false;
      }
      if (now.ending() == Ending.CUT) {
        outlet.cut();
        return false;
      }
      if (now.ending() == Ending.CLOSE || retired) {
        lingering = Lingering.begin(this, input);
      }
      return true;
    } finally {
      release(current);
    }
  }

  private void release(MessageIn current) {
    message = null;
    serving = false;
    current.done();
  }

  private void broken(String code, String reason) {
    MessageIn current = message;
    if (current != null && current.settle()) {
      message = null;
      try {
        current.arrival().abandoned(current.broken(code, reason, tls()));
      } finally {
        current.done();
      }
    }
  }

  private TlsFacts tls() {
    return TlsFactsReader.of(getEndPoint());
  }

  private Peer peer() {
    return getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress from
            && from.getAddress() != null
        ? new Peer(from.getAddress().getHostAddress(), from.getPort())
        : Peer.unknown();
  }
}
