package fr.socle.lps.proxy.server;

import com.sun.net.httpserver.HttpExchange;
import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.proxy.server.SendDesk.Sending;
import fr.socle.lps.psc.LoginSettings;
import fr.socle.lps.reseau.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Proxy e-Santé of this editor, which softwares reach on this machine: its address and what it
 * does with the requests that come, on any thread.
 */
public final class OwnProxy implements AutoCloseable {

  private static final int LARGEST_BODY = 1 << 20;
  private static final Pattern COOKIE = Pattern.compile("(?:^|;)\\s*proxy_session_id=([^;]*)");
  private static final Pattern SEND = Pattern.compile("/send/([A-Za-z0-9_-]+)(/[^?]*)?(\\?.*)?");
  private static final Pattern TIME = Pattern.compile("(?:^|&)(start|end)=([^&]*)");

  private final LoginSettings settings;
  private final Defects defects;
  private final LoopbackServer server;
  private volatile @Nullable Desks desks;

  /**
   * Starts listening on a free port; nothing is served before {@link #configure}.
   *
   * @throws IOException when no port can be taken
   */
  public OwnProxy(LoginSettings settings, Defects defects) throws IOException {
    this.settings = settings;
    this.defects = defects;
    this.server = LoopbackServer.start(0, "lps-proxy", this::answer);
  }

  private record Desks(ConnectDesk connect, SendDesk send, TraceLog traces) {}

  /** Stands before the services of a bench from now on; sessions and traces begin anew. */
  public void configure(BenchDescriptor bench) {
    Sessions sessions = new Sessions(settings, defects);
    TraceLog traces = new TraceLog(settings.clock(), defects);
    desks =
        new Desks(
            new ConnectDesk(new Softwares(bench, settings, defects), sessions, traces, defects),
            new SendDesk(bench, sessions, traces, settings.clock(), defects),
            traces);
  }

  /** Where softwares call it. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      ProxyAnswer answer = served(exchange);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (!answer.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      }
      if (answer.cookie() != null) {
        exchange.getResponseHeaders().set("Set-Cookie", answer.cookie());
      }
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private ProxyAnswer served(HttpExchange exchange) throws IOException {
    Desks open = desks;
    if (open == null) {
      return ProxyAnswer.error(503, "Ce proxy n'est pas encore configuré", Asker.unknown());
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    try {
      return served(open, exchange, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ProxyAnswer.error(503, "Ce proxy s'arrête", Asker.unknown());
    } catch (RuntimeException e) {
      return ProxyAnswer.error(500, "Erreur interne de ce proxy", Asker.unknown());
    }
  }

  private static ProxyAnswer served(Desks open, HttpExchange exchange, byte[] body)
      throws InterruptedException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    String cookie = cookie(exchange);
    if (path.equals("/connect") && method.equals("POST")) {
      return open.connect().connect(body, cookie, exchange.getRemoteAddress());
    }
    if (path.equals("/disconnect") && method.equals("DELETE")) {
      return open.connect().disconnect(cookie, exchange.getRemoteAddress());
    }
    if (path.equals("/traces") && method.equals("GET")) {
      return traces(open.traces(), exchange.getRequestURI().getRawQuery());
    }
    Matcher send = SEND.matcher(exchange.getRequestURI().toString());
    if (!send.matches()) {
      return ProxyAnswer.error(404, "Chemin inconnu", Asker.unknown());
    }
    String rest = text(send.group(2)) + text(send.group(3));
    String type = text(exchange.getRequestHeaders().getFirst("Content-Type"));
    return open.send()
        .send(
            new Sending(send.group(1), method, rest, type, body),
            cookie,
            exchange.getRemoteAddress());
  }

  private static ProxyAnswer traces(TraceLog traces, @Nullable String query) {
    Optional<Instant> start = Optional.empty();
    Instant end = Instant.MAX;
    Matcher found = TIME.matcher(text(query));
    try {
      while (found.find()) {
        String time = URLDecoder.decode(found.group(2), StandardCharsets.UTF_8);
        Instant instant = OffsetDateTime.parse(time.replace(' ', '+')).toInstant();
        if (found.group(1).equals("start")) {
          start = Optional.of(instant);
        } else {
          end = instant;
        }
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return ProxyAnswer.error(400, "start et end sont des dates", Asker.unknown());
    }
    return start.isEmpty()
        ? ProxyAnswer.error(400, "start est obligatoire", Asker.unknown())
        : ProxyAnswer.json(200, traces.between(start.get(), end).toString());
  }

  private static String cookie(HttpExchange exchange) {
    List<String> lines = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    for (String line : lines) {
      Matcher found = COOKIE.matcher(line);
      if (found.find()) {
        return found.group(1);
      }
    }
    return "";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
