package fr.socle.app;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.Furnishing;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.control.ControlServer;
import java.net.URI;
import java.nio.file.Path;

/**
 * A bench and its control API in this process: the same for a run, for {@code up} and for tests.
 */
public final class EmbeddedBench implements AutoCloseable {
  private final Bench bench;
  private final ControlServer control;

  private EmbeddedBench(Bench bench, ControlServer control) {
    this.bench = bench;
    this.control = control;
  }

  /** Starts both, with the spaces that its data directory remembers; the first time, none. */
  public static EmbeddedBench start(BenchOptions options, ControlOptions control) {
    Bench bench = Bench.start(MailOperator.in(options));
    try {
      ControlServer server = ControlServer.start(bench, control);
      bench.announce("control", address(server, options).toString());
      bench.reopen();
      return new EmbeddedBench(bench, server);
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  /**
   * What a world file gives to every space.
   *
   * @throws UsageException if it cannot be read; the message says how to mend it, in French
   */
  public static Furnishing world(Path file) {
    return WorldFile.of(file);
  }

  // A server that listens everywhere does not know what it is called by
  private static URI address(ControlServer server, BenchOptions options) {
    URI own = server.address();
    return own.getHost().equals("localhost")
        ? URI.create("http://" + options.publicHost() + ":" + own.getPort())
        : own;
  }

  /** Opens a space for nothing: what it is to be furnished with is refused now or never. */
  void tryOnce() {
    bench.deleteSpace(bench.createSpace(new SpaceRequest("essai", null, null)).id());
  }

  /** The bench itself. */
  public Bench bench() {
    return bench;
  }

  /** Where its control API listens. */
  public URI address() {
    return control.address();
  }

  @Override
  public void close() {
    control.close();
    bench.close();
  }
}
