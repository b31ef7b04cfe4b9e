package fr.socle.bench.wire;

import fr.socle.bench.http.Peer;
import fr.socle.bench.session.SessionLink;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.jspecify.annotations.Nullable;

/** Makes the connections of a listener of lines, and puts TLS under them when they ask for it. */
final class SessionConnectionFactory extends AbstractConnectionFactory {
  private final Intake intake;
  private final WireLimits limits;
  private final @Nullable WatchedSslConnectionFactory secure;
  private final SlowWork slow = new SlowWork();

  SessionConnectionFactory(
      Intake intake, WireLimits limits, @Nullable WatchedSslConnectionFactory secure) {
    super("socle-session");
    this.intake = intake;
    this.limits = limits;
    this.secure = secure;
    if (secure != null) {
      installBean(secure);
    }
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    SessionWire wire =
        new SessionWire(connector.getExecutor(), slow, connector.getScheduler(), limits);
    Conversation conversation = intake.converse(new Link(wire, peer(endPoint)));
    wire.converse(conversation);
    wire.upgradingBy(over -> over.upgrade(secured(connector, over, wire)));
    if (conversation.beginsWithTls()) {
      return configure(secured(connector, endPoint, wire), connector, endPoint);
    }
    return configure(
        new SessionConnection(endPoint, connector.getExecutor(), wire), connector, endPoint);
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    slow.stop();
  }

  private SslConnection secured(Connector connector, EndPoint network, SessionWire wire) {
    WatchedSslConnectionFactory tls = secure;
    if (tls == null) {
      throw new IllegalStateException("this listener has no TLS");
    }
    SslConnection below = tls.over(connector, network);
    below
        .getSslEndPoint()
        .setConnection(
            new SessionConnection(below.getSslEndPoint(), connector.getExecutor(), wire));
    below.addHandshakeListener(new AfterHandshake(wire));
    return below;
  }

  /** A connection as its session sees it. */
  private record Link(SessionWire wire, Peer peer) implements SessionLink {
    @Override
    public void wake() {
      wire.wake();
    }
  }

  /** Tells the session that its handshake is over. */
  private record AfterHandshake(SessionWire wire) implements SslHandshakeListener {
    @Override
    public void handshakeSucceeded(Event event) {
      wire.secured();
    }
  }

  private static Peer peer(EndPoint endPoint) {
    return Datagrams.peer(endPoint.getRemoteSocketAddress());
  }
}
