package fr.socle.features.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** An LPS with a driver over real HTTP, whose actions a test writes as functions. */
public final class FakeLps implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<JsonNode, String>> actions = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<String>> results = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger pictures = new AtomicInteger();
  private volatile Supplier<byte[]> screen;
  private volatile String capabilities;
  private volatile boolean strict;
  private volatile List<String> plays = List.of();

  public FakeLps() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pilote");
  }

  /** Says that it plays what the names of actions do not tell. */
  public FakeLps playing(String... what) {
    plays = List.of(what);
    return this;
  }

  /** Offers an action; the function gives the result object of the contract. */
  public FakeLps on(String action, Function<JsonNode, String> result) {
    actions.put(action, result);
    return this;
  }

  /** Says these capabilities instead of what is offered. */
  public FakeLps saying(String rawCapabilities) {
    capabilities = rawCapabilities;
    return this;
  }

  /** Answers 501 even when asked what it can do. */
  public FakeLps sayingNothing() {
    capabilities = "";
    return this;
  }

  /** Refuses inputs that are not JSON or break the schema of their action. */
  public FakeLps refusingUnknownMembers() {
    strict = true;
    return this;
  }

  /** Offers a picture of the screen after each action. */
  public FakeLps showing(Supplier<byte[]> bytes) {
    screen = bytes;
    return this;
  }

  /** How many pictures were asked for. */
  public int picturesAsked() {
    return pictures.get();
  }

  /** Actions asked so far, with their input. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      String path = http.getRequestURI().getPath().substring("/pilote".length());
      if (path.equals("/capabilities")) {
        boolean silent = "".equals(capabilities);
        answer(http, silent ? 501 : 200, capabilities == null ? offered() : capabilities);
      } else if (path.endsWith("/capture")) {
        picture(http);
      } else if (http.getRequestMethod().equals("POST")) {
        accept(http, path.substring("/actions/".length()));
      } else {
        poll(http, path.substring("/actions/".length()));
      }
    }
  }

  private void picture(HttpExchange http) throws IOException {
    pictures.incrementAndGet();
    Supplier<byte[]> offered = screen;
    if (offered == null) {
      answer(http, 404, "{}");
      return;
    }
    byte[] bytes = offered.get();
    http.sendResponseHeaders(200, 0);
    http.getResponseBody().write(bytes);
  }

  private String offered() {
    ObjectNode root = JSON.createObjectNode().put("contrat", "1");
    root.putObject("lps").put("nom", "LPS d'essai").put("version", "1.0");
    actions.keySet().stream().sorted().forEach(root.putArray("actions")::add);
    if (!plays.isEmpty()) {
      plays.forEach(root.putArray("joue")::add);
    }
    return root.toString();
  }

  private void accept(HttpExchange http, String action) throws IOException {
    Function<JsonNode, String> result = actions.get(action);
    if (result == null) {
      answer(http, 501, "{\"message\":\"pas encore\"}");
      return;
    }
    JsonNode input;
    try {
      input = JSON.readTree(http.getRequestBody());
    } catch (IOException e) {
      answer(http, 400, "{\"message\":\"ce n'est pas du JSON\"}");
      return;
    }
    if (strict
        && ActionSchemas.ACTIONS.contains(action)
        && !new ActionSchemas().breachesOfInput(action, input).isEmpty()) {
      answer(http, 400, "{\"message\":\"entrée refusée\"}");
      return;
    }
    asked.add(action + " " + input);
    String id = "a" + (results.size() + 1);
    results.put(id, CompletableFuture.supplyAsync(() -> result.apply(input), threads));
    answer(http, 202, "{\"id\":\"" + id + "\"}");
  }

  private void poll(HttpExchange http, String id) throws IOException {
    CompletableFuture<String> result = results.get(id);
    if (result == null) {
      answer(http, 404, "{}");
      return;
    }
    String query = http.getRequestURI().getQuery();
    long seconds = Long.parseLong(query.substring("attente=".length()));
    try {
      answer(http, 200, result.get(seconds, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      answer(http, 204, "");
    } catch (Exception e) {
      answer(http, 500, "{\"message\":\"" + e + "\"}");
    }
  }

  private static void answer(HttpExchange http, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      http.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
