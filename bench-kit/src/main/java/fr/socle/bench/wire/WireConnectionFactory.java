package fr.socle.bench.wire;

import java.nio.file.Path;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;

/** Makes the connections of one listener. */
final class WireConnectionFactory extends AbstractConnectionFactory {
  static final String PROTOCOL = "socle-http/1.1";

  private final Intake intake;
  private final WireLimits limits;
  private final Path spools;

  WireConnectionFactory(Intake intake, WireLimits limits, Path spools) {
    super(PROTOCOL);
    this.intake = intake;
    this.limits = limits;
    this.spools = spools;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(
        new WireConnection(
            endPoint, connector.getExecutor(), connector.getScheduler(), intake, limits, spools),
        connector,
        endPoint);
  }
}
