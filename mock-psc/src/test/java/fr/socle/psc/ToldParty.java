package fr.socle.psc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Parameters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The back-channel logout address of a relying party, on a real port. */
public final class ToldParty implements AutoCloseable {
  /** A request it received. */
  public record Call(String method, String query, String contentType, Map<String, String> form) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch silence = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean silent;

  public ToldParty() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/deconnexion", this::told);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/deconnexion";
  }

  /** From now on it answers this. */
  public void answer(int status) {
    this.status = status;
  }

  /** From now on it does not answer before it is closed. */
  public void keepSilent() {
    silent = true;
  }

  public List<Call> calls() {
    return calls;
  }

  public String token(int at) {
    return calls.get(at).form().get("logout_token");
  }

  /** A client with this address for the back-channel logout, and other settings. */
  public ClientRequest client(String clientId, String secret, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("backchannel_logout_uri", address());
    return new ClientRequest(
        clientId,
        secret,
        "client_secret_basic",
        null,
        List.of(PscOnPaper.REDIRECT, "http://127.0.0.1:40123/*"),
        null,
        settings);
  }

  private void told(HttpExchange exchange) throws IOException {
    Map<String, String> form = new HashMap<>();
    Parameters.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
        .list()
        .forEach(field -> form.put(field.name(), field.value()));
    calls.add(
        new Call(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawQuery(),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            form));
    if (silent) {
      try {
        silence.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    silence.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
