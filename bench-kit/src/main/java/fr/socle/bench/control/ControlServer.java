package fr.socle.bench.control;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.operations.BenchOperations;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The control API ({@code /control/v1}) and the console of a bench, over HTTP.
 *
 * <p>Every route is declared once; the router and {@code openapi.json} are both made from the same
 * list. Closing the server does not close the bench.
 */
public final class ControlServer implements AutoCloseable {
  static final String BASE = "/control/v1";
  private static final long IDLE_MILLIS = Call.LONGEST_WAIT.plusSeconds(60).toMillis();

  private final Waiting waiting = new Waiting();
  private final ExchangeStreams streams = new ExchangeStreams(waiting);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ControlOptions options;
  private final ServiceRoutes services;
  private final List<Route> routes;
  private final OpenApiDocument document;
  private final RouteHandler handler = new RouteHandler();
  private final Console console;
  private final Javalin app;

  private ControlServer(BenchOperations bench, ControlOptions options, boolean loopback) {
    this.options = options;
    this.services = new ServiceRoutes(bench);
    this.document = new OpenApiDocument(bench.health().version(), options.token() != null);
    this.console = new Console(bench);
    this.routes = new ArrayList<>(new ControlRoutes(bench, waiting, streams, this::openApi).all());
    this.routes.add(services.clients());
    this.app = Javalin.create(config -> configure(config, loopback));
  }

  /**
   * Starts the control API of a bench.
   *
   * @throws ControlStartException if the host is unknown, the port is taken, or others than this
   *     machine could call without a token
   */
  public static ControlServer start(BenchOperations bench, ControlOptions options) {
    boolean loopback = isLoopback(options.host());
    String token = options.token();
    if (token != null && token.isBlank()) {
      throw new ControlStartException(
          "Le jeton du banc (SOCLE_TOKEN) est vide : donnez-lui une valeur, ou retirez-le.");
    }
    if (!loopback && token == null) {
      throw new ControlStartException(
          "Avec --host "
              + options.host()
              + " d'autres machines atteindraient le banc : protégez-le par un jeton dans la"
              + " variable SOCLE_TOKEN, ou laissez 127.0.0.1.");
    }
    ControlServer server = new ControlServer(bench, options, loopback);
    try {
      server.app.start();
    } catch (JavalinException e) {
      server.close();
      throw new ControlStartException(
          "Le port %d de %s ne s'ouvre pas : libérez-le, ou choisissez-en un autre."
              .formatted(options.port(), options.host()),
          e);
    }
    return server;
  }

  /** Address of the server, without path, such as {@code http://127.0.0.1:8440}. */
  public URI address() {
    String host = options.host();
    boolean anywhere = host.equals("0.0.0.0") || host.equals("::");
    String name = anywhere ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + app.port());
  }

  /** Stops the server, its streams and its long polls; may be called twice. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      streams.close();
      waiting.close();
      app.stop();
    }
  }

  private void configure(JavalinConfig config, boolean loopback) {
    Errors errors = new Errors();
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.maxRequestSize = Call.BODY_LIMIT + 1L;
    config.jetty.threadPool = threads();
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServer(server -> server.setErrorHandler(new WireErrors(errors)));
    errors.register(config);
    config.routes.before(context -> context.header("X-Content-Type-Options", "nosniff"));
    config.routes.before(new Guard(loopback, options.token()));
    for (Route route : routes) {
      config.routes.addHttpHandler(
          route.method(),
          BASE + route.path(),
          context -> handler.run(route, handler.call(context)));
    }
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST)) {
      config.routes.addHttpHandler(
          method,
          BASE + ServiceRoutes.DISPATCHED,
          context -> {
            Call call = handler.call(context);
            handler.run(services.meantBy(call), call);
          });
    }
    config.routes.get("/", console::handle);
  }

  private JsonNode openApi() {
    List<Route> all = new ArrayList<>(routes);
    all.addAll(services.known());
    return document.of(all);
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(64, 4);
    threads.setName("socle-controle");
    threads.setDaemon(true);
    return threads;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new ControlStartException(
          "Cette machine ne connaît pas l'hôte « " + host + " » : corrigez --host.", e);
    }
  }
}
