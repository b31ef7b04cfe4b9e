package fr.socle.lps.psc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import fr.socle.lps.reseau.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The loopback page the browser comes back to. Only one login is expected at a time, and its answer
 * is taken once: what comes later, or unasked, is turned away. One thread expects; browsers may
 * come on any.
 */
final class RedirectListener implements AutoCloseable {

  private final RedirectAddress address;
  private final LoopbackServer server;
  private volatile CompletableFuture<Map<String, List<String>>> expected;
  private volatile Consumer<String> lateReturn = code -> {};

  /**
   * Starts listening.
   *
   * @throws IOException when the port of the address cannot be taken
   */
  RedirectListener(RedirectAddress address) throws IOException {
    this.address = address;
    this.expected = new CompletableFuture<>();
    this.expected.cancel(false);
    this.server = LoopbackServer.start(address.port(), "lps-retour-psc", this::answer);
  }

  /** The exact {@code redirect_uri}. */
  URI redirectUri() {
    return address.at(port());
  }

  int port() {
    return server.port();
  }

  /** Expects the answer of one login; a former expectation is given up. */
  CompletableFuture<Map<String, List<String>>> expect() {
    CompletableFuture<Map<String, List<String>>> answer = new CompletableFuture<>();
    expected.cancel(false);
    expected = answer;
    return answer;
  }

  /** Who is told the code of a return that nobody expects; nobody unless said. */
  void onLateReturn(Consumer<String> listener) {
    lateReturn = listener;
  }

  @Override
  public void close() {
    expected.cancel(false);
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI asked = exchange.getRequestURI();
      Map<String, List<String>> parameters = Form.decode(asked.getRawQuery());
      if (!exchange.getRequestMethod().equals("GET")) {
        page(exchange, 405, "Cette page ne reçoit que le retour d'un navigateur.");
      } else if (!parameters.isEmpty()
          && asked.getPath().equals(address.path())
          && expected.complete(parameters)) {
        page(exchange, 200, "Vous pouvez fermer cette page et revenir à votre logiciel.");
      } else if (parameters.containsKey("code")) {
        lateReturn.accept(parameters.get("code").get(0));
        page(exchange, 400, "Aucune connexion n'est en cours : recommencez depuis le logiciel.");
      } else {
        page(exchange, 200, "Vous pouvez fermer cette page.");
      }
    }
  }

  private static void page(HttpExchange exchange, int status, String text) throws IOException {
    byte[] html =
        ("<!DOCTYPE html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Logiciel</title><p>"
                + text
                + "</p></html>")
            .getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, html.length);
    exchange.getResponseBody().write(html);
  }
}
