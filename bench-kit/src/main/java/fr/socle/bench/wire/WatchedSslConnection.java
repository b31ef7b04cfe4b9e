package fr.socle.bench.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * A TLS connection that keeps the bytes of its handshake until it has succeeded, and that a refused
 * client leaves only after it could read why.
 */
final class WatchedSslConnection extends SslConnection implements SslHandshakeListener {
  private static final int KEPT = 64 * 1024;
  // Five bytes of record header, two of alert (RFC 8446 sections 5.1 and 6).
  private static final int ALERT_RECORD = 7;

  private final Intake intake;
  private final SeenChain seenChain;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private @Nullable Arrival arrival;
  private @Nullable Throwable failure;
  private boolean over;
  private volatile @Nullable Lingering lingering;

  WatchedSslConnection(
      ByteBufferPool pool,
      Executor executor,
      SslContextFactory.Server tls,
      EndPoint endPoint,
      SSLEngine engine,
      Intake intake,
      SeenChain seenChain) {
    super(pool, executor, tls, endPoint, engine);
    this.intake = intake;
    this.seenChain = seenChain;
    addHandshakeListener(this);
  }

  @Override
  protected SslEndPoint newSslEndPoint() {
    return new AlertingEndPoint();
  }

  @Override
  public void onFillable() {
    Lingering end = lingering;
    if (end == null) {
      super.onFillable();
      return;
    }
    try {
      boolean more = true;
      while (more) {
        more = end.goOn();
      }
    } catch (IOException e) {
      getEndPoint().close(e);
    }
  }

  @Override
  protected int networkFill(ByteBuffer input) throws IOException {
    int filled;
    try {
      filled = super.networkFill(input);
    } catch (IOException e) {
      failed(e);
      throw e;
    }
    if (filled > 0) {
      ByteBuffer fresh = input.duplicate();
      fresh.position(fresh.limit() - filled);
      received(fresh);
    }
    return filled;
  }

  @Override
  protected boolean networkFlush(ByteBuffer output) throws IOException {
    ByteBuffer before = output.duplicate();
    boolean flushed = super.networkFlush(output);
    before.limit(before.limit() - output.remaining());
    keep(sent, before);
    return flushed;
  }

  private synchronized void received(ByteBuffer bytes) {
    if (over) {
      return;
    }
    if (arrival == null) {
      arrival = intake.arrive();
    }
    keep(received, bytes);
  }

  private synchronized void keep(ByteArrayOutputStream kept, ByteBuffer bytes) {
    int count = over ? 0 : Math.min(bytes.remaining(), KEPT - kept.size());
    if (count > 0) {
      byte[] copy = new byte[count];
      bytes.get(copy);
      kept.writeBytes(copy);
    }
  }

  @Override
  public void handshakeSucceeded(Event event) {
    Arrival ended;
    synchronized (this) {
      over = true;
      ended = arrival;
      arrival = null;
      received.reset();
      sent.reset();
    }
    seenChain.forget(getSSLEngine());
    if (ended != null) {
      ended.close();
    }
  }

  @Override
  public void handshakeFailed(Event event, Throwable cause) {
    failed(cause);
  }

  private synchronized void failed(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  private synchronized boolean hasRefused() {
    // Anything else is a broken connection, where nobody reads.
    return arrival != null && failure instanceof SSLException;
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    conclude(cause);
    super.onClose(cause);
  }

  /** Tells the intake of a handshake that did not succeed, once. */
  private void conclude(@Nullable Throwable cause) {
    Arrival ended;
    FailedHandshake handshake;
    List<X509Certificate> chain = seenChain.forget(getSSLEngine());
    synchronized (this) {
      over = true;
      ended = arrival;
      arrival = null;
      HandshakeFailures why =
          HandshakeFailures.of(failure == null ? cause : failure, sent.size() > ALERT_RECORD);
      handshake =
          new FailedHandshake(
              received.toByteArray(), sent.toByteArray(), why.code(), why.reason(), chain);
    }
    if (ended != null) {
      // The selector's thread must not wait for the journal.
      getExecutor()
          .execute(
              () -> {
                try {
                  ended.handshakeFailed(handshake);
                } finally {
                  ended.close();
                }
              });
    }
  }

  /**
   * Closes after a refusal without a reset: a client still writes the rest of its flight when its
   * certificate is refused, and a reset would take from it the alert that says why.
   */
  private final class AlertingEndPoint extends SslEndPoint {
    @Override
    public void doClose() {
      if (!hasRefused()) {
        super.doClose();
        return;
      }
      // Before the alert, after which the selector may wake this connection at any moment.
      lingering = Lingering.prepare(WatchedSslConnection.this, BufferUtil.allocate(4096));
      doShutdownOutput();
      WatchedSslConnection.this.getEndPoint().shutdownOutput();
      conclude(null);
    }
  }
}
