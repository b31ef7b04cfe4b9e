package fr.socle.bench.wire;

import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes TLS connections whose failed handshakes are told to the intake. */
final class WatchedSslConnectionFactory extends SslConnectionFactory {
  private final Intake intake;
  private final SeenChain seenChain;

  WatchedSslConnectionFactory(SslContextFactory.Server tls, Intake intake, SeenChain seenChain) {
    super(tls, WireConnectionFactory.PROTOCOL);
    this.intake = intake;
    this.seenChain = seenChain;
  }

  /** TLS over a connection that has spoken in clear until now; what is above it is to be set. */
  SslConnection over(Connector connector, EndPoint endPoint) {
    SSLEngine engine = getSslContextFactory().newSSLEngine();
    engine.setUseClientMode(false);
    return configure(newSslConnection(connector, endPoint, engine), connector, endPoint);
  }

  @Override
  protected SslConnection newSslConnection(
      Connector connector, EndPoint endPoint, SSLEngine engine) {
    return new WatchedSslConnection(
        connector.getByteBufferPool(),
        connector.getExecutor(),
        getSslContextFactory(),
        endPoint,
        engine,
        intake,
        seenChain);
  }
}
