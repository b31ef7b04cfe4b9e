package fr.socle.bench.wire;

import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/** What carries a session: first a connection in clear, then perhaps one above TLS. */
final class SessionConnection extends AbstractConnection {
  private final SessionWire wire;

  SessionConnection(EndPoint endPoint, Executor executor, SessionWire wire) {
    super(endPoint, executor);
    this.wire = wire;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    wire.carriedBy(this);
  }

  void listen() {
    if (!isFillInterested()) {
      fillInterested();
    }
  }

  @Override
  public void onFillable() {
    wire.readable();
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    wire.unreadable(this, cause);
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    wire.left(this);
    super.onClose(cause);
  }
}
