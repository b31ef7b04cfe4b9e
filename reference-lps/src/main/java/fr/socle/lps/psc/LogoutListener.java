package fr.socle.lps.psc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import fr.socle.lps.reseau.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Where Pro Santé Connect tells this software that a session ended (OpenID Connect Back-Channel
 * Logout 1.0, 2.5 and 2.8). Notices may come on any thread.
 */
public final class LogoutListener implements AutoCloseable {

  private static final String PATH = "/avis-deconnexion";
  private static final int LARGEST_FORM = 1 << 16;

  private final Notice notice;
  private final LoopbackServer server;

  /** Takes a logout token; called on a network thread. */
  @FunctionalInterface
  public interface Notice {

    /**
     * Closes the session that the token names, if the token is good.
     *
     * @return whether it is
     */
    boolean take(String logoutToken) throws InterruptedException;
  }

  /**
   * Starts listening on a free port.
   *
   * @throws IOException when no port can be taken
   */
  public LogoutListener(Notice notice) throws IOException {
    this.notice = notice;
    this.server = LoopbackServer.start(0, "lps-avis-deconnexion", this::answer);
  }

  /** The {@code backchannel_logout_uri} to declare. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port() + PATH);
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(status(exchange), -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      return 404;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    byte[] form = exchange.getRequestBody().readNBytes(LARGEST_FORM);
    List<String> tokens =
        Form.decode(new String(form, UTF_8)).getOrDefault("logout_token", List.of());
    try {
      return tokens.size() == 1 && notice.take(tokens.get(0)) ? 200 : 400;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 400;
    }
  }
}
