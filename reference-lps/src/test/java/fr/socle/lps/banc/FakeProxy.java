package fr.socle.lps.banc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A Proxy e-Santé that answers what a test says and notes every call. */
public final class FakeProxy implements AutoCloseable {

  /** One call as it came. */
  public record Seen(String method, String path, @Nullable String cookie, String body) {

    @Override
    public String toString() {
      return method + " " + path + " " + (cookie == null ? "-" : cookie);
    }
  }

  /** A status and a body. */
  public record Reply(int status, String body) {}

  public final List<Seen> seen = new CopyOnWriteArrayList<>();

  /** What to answer. */
  public volatile Function<Seen, Reply> answer = FakeProxy::usual;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public FakeProxy(SSLContext tls) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public String address() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** A session of its own for each login, 304 for whoever has one, INSi that finds somebody. */
  public static Reply usual(Seen call) {
    return switch (call.path().replaceFirst("/send/.*", "/send")) {
      case "/connect" ->
          call.cookie() == null
              ? new Reply(
                  200,
                  "{\"proxy_session_id\":\"s-"
                      + call.body().replaceAll(".*nationalId\":\"(\\d+).*", "$1")
                      + "\",\"session_state\":\"e\"}")
              : new Reply(304, "");
      case "/disconnect" -> new Reply(200, "");
      default -> new Reply(200, InsiMessages.found().xml());
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Seen call =
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Cookie"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      seen.add(call);
      Reply reply = answer.apply(call);
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
