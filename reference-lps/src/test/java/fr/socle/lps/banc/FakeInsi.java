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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An INSi that answers what a test says and notes every message. */
public final class FakeInsi implements AutoCloseable {

  /** One message as it came. */
  public record Seen(String contentType, String clientDn, String xml) {

    /** The text of the first element of that local name, empty when there is none. */
    public String value(String name) {
      Matcher matcher = Pattern.compile("<(?:\\w+:)?" + name + "(?: [^>]*)?>([^<]*)<").matcher(xml);
      return matcher.find() ? matcher.group(1) : "";
    }
  }

  /** An HTTP status and a SOAP message. */
  public record Reply(int status, String xml) {}

  public final List<Seen> seen = new CopyOnWriteArrayList<>();

  /** What to answer; 01 unless told otherwise. */
  public volatile Function<Seen, Reply> answer = request -> InsiMessages.code("01");

  private final HttpsServer server;
  private final boolean certificateAsked;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public FakeInsi(SSLContext tls) throws IOException {
    this(tls, true);
  }

  /** With a door that asks for no certificate: a professional proves himself in the message. */
  public FakeInsi(SSLContext tls, boolean certificateAsked) throws IOException {
    this.certificateAsked = certificateAsked;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters settings = getSSLContext().getDefaultSSLParameters();
            settings.setNeedClientAuth(certificateAsked);
            parameters.setSSLParameters(settings);
          }
        });
    server.createContext("/lps", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public String address() {
    return "https://localhost:" + server.getAddress().getPort() + "/lps";
  }

  /** Answers 00 for one first name, 01 for every other. */
  public void knows(String firstName, Reply found) {
    answer = request -> request.value("Prenom").equals(firstName) ? found : InsiMessages.code("01");
  }

  public List<String> firstNames() {
    return seen.stream().map(request -> request.value("Prenom")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Seen request =
          new Seen(
              exchange.getRequestHeaders().getFirst("Content-Type"),
              certificateAsked
                  ? ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName()
                  : "",
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      seen.add(request);
      Optional<Reply> reply = Optional.ofNullable(answer.apply(request));
      if (reply.isEmpty()) {
        return; // the connection is cut without an answer
      }
      byte[] body = reply.get().xml().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/soap+xml; charset=utf-8");
      exchange.sendResponseHeaders(reply.get().status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
