package fr.socle.bench.wire;

import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** One port of a space, from the moment it is bound until it is closed. */
public final class Listener {
  private static final int FREE_PORTS_TRIED = 16;

  private final Server server;
  private final ServerConnector connector;
  private final ListenerSpec spec;
  private final @Nullable ListenerTls tls;
  private final @Nullable Datagrams datagrams;

  private Listener(
      Server server,
      ServerConnector connector,
      ListenerSpec spec,
      @Nullable ListenerTls tls,
      @Nullable Datagrams datagrams) {
    this.server = server;
    this.connector = connector;
    this.spec = spec;
    this.tls = tls;
    this.datagrams = datagrams;
  }

  /**
   * Binds a port; connections wait until {@link #start}.
   *
   * @param server server whose threads are used
   * @param spec what the listener is
   * @param host address to bind
   * @param port port, 0 for any free one
   * @param keys certificates presented and trusted
   * @param intake who is told of what arrives
   * @param limits what it puts up with
   * @param spools where large bodies wait
   * @throws IOException if the port cannot be bound
   */
  public static Listener bind(
      Server server,
      ListenerSpec spec,
      String host,
      int port,
      ServerKeys keys,
      Intake intake,
      WireLimits limits,
      Path spools)
      throws IOException {
    List<ConnectionFactory> factories = new ArrayList<>();
    ListenerTls tls = null;
    WatchedSslConnectionFactory secure = null;
    if (spec.tls() != Tls.CLEAR) {
      tls = ListenerTls.of(spec, keys);
      secure = new WatchedSslConnectionFactory(tls.contexts(), intake, tls.seenChain());
    }
    if (spec.isOfSessions()) {
      factories.add(new SessionConnectionFactory(intake, limits, secure));
    } else {
      if (secure != null) {
        factories.add(secure);
      }
      factories.add(new WireConnectionFactory(intake, limits, spools));
    }
    ServerConnector connector =
        new ServerConnector(
            server, null, null, null, 0, 1, factories.toArray(ConnectionFactory[]::new));
    connector.setName(spec.name());
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(128);
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setShutdownIdleTimeout(100);
    connector.open();
    return new Listener(
        server,
        connector,
        spec,
        tls,
        spec.datagrams() ? beside(connector, intake, port == 0 ? FREE_PORTS_TRIED : 1) : null);
  }

  /** The datagrams of the port that the connector has; a free port has to be free for both. */
  private static Datagrams beside(ServerConnector connector, Intake intake, int tries)
      throws IOException {
    for (int left = tries; ; left--) {
      try {
        return Datagrams.bind(
            connector.getHost(),
            connector.getLocalPort(),
            intake,
            connector.getExecutor(),
            connector.getScheduler());
      } catch (IOException e) {
        connector.close();
        if (left <= 1) {
          throw e;
        }
        connector.open();
      }
    }
  }

  /** What the listener is. */
  public ListenerSpec spec() {
    return spec;
  }

  /** Port bound. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Begins to serve. */
  public void start() throws Exception {
    server.addConnector(connector);
    connector.start();
    if (datagrams != null) {
      datagrams.start();
    }
  }

  /** Whether the listener speaks TLS. */
  public boolean isSecure() {
    return tls != null;
  }

  /**
   * Changes what TLS does from the next handshake on. Connections that wait for a request are
   * closed, the others after their answer, so that the next request needs a handshake. Sessions go
   * on: each makes a handshake of its own.
   *
   * @param face what TLS shows
   * @throws IllegalStateException if the listener does not speak TLS
   */
  public void present(TlsFace face) {
    if (tls == null) {
      throw new IllegalStateException(spec.name() + " does not speak TLS");
    }
    tls.present(face);
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = endPoint.getConnection();
      if (connection instanceof SslConnection secure) {
        connection = secure.getSslEndPoint().getConnection();
      }
      if (connection instanceof WireConnection wire) {
        wire.retire();
      }
    }
  }

  /** Closes the port and its connections. */
  public void close() {
    try {
      if (datagrams != null) {
        datagrams.close();
      }
      connector.stop();
      connector.close();
    } catch (Exception e) {
      throw new IllegalStateException("the listener " + spec.name() + " does not stop", e);
    } finally {
      server.removeConnector(connector);
    }
  }
}
