package fr.socle.psc.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A business service somewhere, which answers what the test says. */
final class Business implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  private Business(HttpServer server) {
    this.server = server;
  }

  /** A call as it came. */
  record Seen(String method, String target, String authorization, String cookie, String body) {}

  /** Answers one call. */
  interface Reaction {
    void to(Seen call, HttpExchange exchange) throws IOException;
  }

  static Business answering(Reaction reaction) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Business business = new Business(server);
      server.setExecutor(business.threads);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              Seen call =
                  new Seen(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI().toString(),
                      exchange.getRequestHeaders().getFirst("Authorization"),
                      exchange.getRequestHeaders().getFirst("Cookie"),
                      new String(exchange.getRequestBody().readAllBytes(), UTF_8));
              business.seen.add(call);
              reaction.to(call, exchange);
            }
          });
      server.start();
      return business;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Business answering(int status, String body) {
    return answering((call, exchange) -> answer(exchange, status, body));
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Seen> seen() {
    return seen;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
