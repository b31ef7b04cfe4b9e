package fr.socle.lps.banc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An API with its authorization server, that answers what a test says and notes every call. */
public final class FakeApi implements AutoCloseable {

  /** One call as it came. */
  public record Seen(String target, String body, String authorization, String clientDn) {}

  /** A status and a body. */
  public record Reply(int status, String body) {}

  public final List<Seen> seen = new CopyOnWriteArrayList<>();

  /** What the next exchanges are answered; tokens when it gives none. */
  public volatile Supplier<Reply> exchange = () -> new Reply(0, "");

  /** What the next calls are answered. */
  public volatile Supplier<Reply> call = () -> new Reply(200, "<reponse/>");

  private final AtomicInteger issued = new AtomicInteger();
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public FakeApi(SSLContext tls) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters settings = getSSLContext().getDefaultSSLParameters();
            settings.setWantClientAuth(true);
            parameters.setSSLParameters(settings);
          }
        });
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public String address() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** The calls of a path. */
  public List<Seen> seen(String path) {
    return seen.stream().filter(one -> one.target().startsWith(path)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange http) throws IOException {
    try (http) {
      String target = http.getRequestURI().toString();
      String body = new String(http.getRequestBody().readAllBytes(), UTF_8);
      String bearer = http.getRequestHeaders().getFirst("Authorization");
      seen.add(
          new Seen(target, URLDecoder.decode(body, UTF_8), bearer == null ? "" : bearer, dn(http)));
      Reply reply = target.equals("/token") ? exchange.get() : call.get();
      if (reply.status() == 0) {
        reply =
            new Reply(
                200,
                "{\"access_token\":\"api-"
                    + issued.incrementAndGet()
                    + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
      }
      byte[] bytes = reply.body().getBytes(UTF_8);
      http.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        http.getResponseBody().write(bytes);
      }
    }
  }

  private static String dn(HttpExchange http) {
    try {
      return ((HttpsExchange) http).getSSLSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return "";
    }
  }
}
