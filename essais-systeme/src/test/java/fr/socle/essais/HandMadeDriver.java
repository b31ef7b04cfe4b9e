package fr.socle.essais;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A driver written in one afternoon, without any help of ours: it goes as far as it goes. */
final class HandMadeDriver implements AutoCloseable {
  private static final String NOT_YET = "{\"message\":\"pas encore écrit\"}";
  private static final String CAPABILITIES =
      """
      {"contrat":"1","lps":{"nom":"LPS fait main","version":"1"},\
      "actions":["configurer","reinitialiser","creer-dossier"]}""";
  private static final String RECORD =
      """
      {"statut":"fait","vu":{"dossier":"1","statutIdentite":"provisoire","attributs":[],\
      "traits":{"nomNaissance":"MOQUETTE","premierPrenom":"ALIX","sexe":"F",\
      "dateNaissance":"1988-02-29"},"verrouille":false,"historique":[],"messages":[]}}""";
  private static final String REFUSED =
      "{\"statut\":\"refuse\",\"message\":\"Il manque un trait obligatoire.\"}";
  private static final List<String> COMPULSORY =
      List.of("nomNaissance", "premierPrenom", "sexe", "dateNaissance", "lieuNaissance");
  private static final String DONE = "{\"statut\":\"fait\",\"vu\":{}}";

  private final HttpServer server;
  private final AtomicInteger actions = new AtomicInteger();

  private HandMadeDriver(HttpServer server) {
    this.server = server;
  }

  /** Answers 501, whatever is asked. */
  static HandMadeDriver emptyHanded() throws IOException {
    HandMadeDriver driver = new HandMadeDriver(bind());
    driver.server.createContext("/", http -> answer(http, 501, NOT_YET));
    driver.server.start();
    return driver;
  }

  /** Creates records, and is gone for good while it does the action of this rank. */
  static HandMadeDriver dyingAt(int action) throws IOException {
    HandMadeDriver driver = new HandMadeDriver(bind());
    driver.server.createContext("/capabilities", http -> answer(http, 200, CAPABILITIES));
    driver.server.createContext("/actions/", http -> driver.act(http, action));
    driver.server.start();
    return driver;
  }

  private void act(HttpExchange http, int last) throws IOException {
    String name = http.getRequestURI().getPath().substring("/actions/".length());
    if (http.getRequestMethod().equals("GET")) {
      answer(
          http,
          200,
          switch (name) {
            case "creer-dossier" -> RECORD;
            case "refus" -> REFUSED;
            default -> DONE;
          });
    } else if (actions.incrementAndGet() >= last) {
      http.close();
      server.stop(0);
    } else {
      String input = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean refused =
          name.equals("creer-dossier")
              && !COMPULSORY.stream().allMatch(trait -> input.contains("\"" + trait + "\""));
      answer(http, 202, "{\"id\":\"" + (refused ? "refus" : name) + "\"}");
    }
  }

  /** Number of actions it was asked for. */
  int actions() {
    return actions.get();
  }

  /** Writes the file that leads {@code ./socle run --lps} to it. */
  Path describe(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("lps.yaml"),
        "lps: {nom: LPS fait main, version: \"1\", editeur: Essai}\npilote: http\nurl: http://127.0.0.1:"
            + server.getAddress().getPort()
            + "\n");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static HttpServer bind() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static void answer(HttpExchange http, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    http.getRequestBody().readAllBytes();
    http.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    http.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(bytes);
    }
  }
}
