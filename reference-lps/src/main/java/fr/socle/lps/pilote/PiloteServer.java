package fr.socle.lps.pilote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import fr.socle.lps.reseau.LoopbackServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The driver API over HTTP on the loopback address: asynchronous actions and their results. */
public final class PiloteServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PiloteServer.class.getName());

  private static final String BASE = "/pilote";
  private static final Pattern ACTION = Pattern.compile(BASE + "/actions/([^/]+)");
  private static final Pattern CAPTURE = Pattern.compile(BASE + "/actions/([^/]+)/capture");
  private static final Pattern WAIT = Pattern.compile("attente=(\\d{1,4})");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  // What the names of actions do not tell: both ways of a professional's card, and CNDA case 1.03
  private static final List<String> PLAYED =
      List.of("insi-cpx", "carte-remplacante", "dmp-arriere-plan", "dmp-lot");
  private static final int LARGEST_BODY = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ActionDesk desk = new ActionDesk();
  private final Identification identification;
  private final Map<String, UserAction> actions = new TreeMap<>();
  private final LoopbackServer server;

  private PiloteServer(int port, Identification identification, List<UserAction> known)
      throws IOException {
    this.identification = identification;
    known.forEach(action -> actions.put(action.name(), action));
    this.server = LoopbackServer.start(port, "lps-pilote", this::answer);
  }

  /**
   * Starts listening.
   *
   * @param port the port, 0 for a free one
   * @throws IOException when the port cannot be taken
   */
  public static PiloteServer start(
      int port, Identification identification, List<UserAction> actions) throws IOException {
    return new PiloteServer(port, identification, actions);
  }

  /** The base address a driver is given. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port() + BASE);
  }

  @Override
  public void close() {
    server.close();
    desk.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply;
      try {
        reply = route(exchange);
      } catch (InputRefused e) {
        reply = Reply.message(400, String.valueOf(e.getMessage()));
      } catch (NotOffered e) {
        reply = Reply.message(501, String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        reply = Reply.message(503, "Le logiciel s'arrête.");
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "Erreur interne du pilote", e);
        reply = Reply.message(500, "Erreur interne du logiciel : voyez son journal technique.");
      }
      reply.send(exchange);
    }
  }

  private Reply route(HttpExchange exchange) throws IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    if (path.equals(BASE + "/capabilities")) {
      return method.equals("GET") ? capabilities() : notAllowed("GET");
    }
    if (CAPTURE.matcher(path).matches()) {
      return Reply.message(404, "Ce logiciel n'a pas d'écran à photographier.");
    }
    Matcher action = ACTION.matcher(path);
    if (!action.matches()) {
      return Reply.message(404, "Adresse inconnue : l'API pilote répond sous " + BASE + ".");
    }
    return switch (method) {
      case "GET" -> result(action.group(1), exchange.getRequestURI().getQuery());
      case "POST" -> submit(action.group(1), exchange);
      default -> notAllowed("GET et POST");
    };
  }

  private Reply capabilities() {
    return Reply.json(
        200,
        Map.of(
            "contrat",
            "1",
            "lps",
            identification,
            "actions",
            List.copyOf(actions.keySet()),
            "joue",
            PLAYED));
  }

  private Reply submit(String name, HttpExchange exchange) throws IOException {
    UserAction action = actions.get(name);
    if (action == null) {
      return ContractActions.NAMES.contains(name)
          ? Reply.message(501, "Ce logiciel ne sait pas faire l'action « " + name + " ».")
          : Reply.message(404, "Action inconnue du contrat pilote : « " + name + " ».");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Reply.message(413, "Entrée trop grande : au plus 1 Mio.");
    }
    Input input = Input.of(parse(body));
    UserAction.Prepared act = action.prepare(input);
    input.close();
    return Reply.json(202, Map.of("id", desk.submit(act)));
  }

  private Reply result(String id, @Nullable String query) throws InterruptedException {
    if (!desk.knows(id)) {
      return Reply.message(404, "Aucune action n'a l'identifiant « " + id + " ».");
    }
    Optional<Outcome> outcome = desk.await(id, wait(query));
    return outcome.isPresent() ? Reply.json(200, outcome.get()) : new Reply(204, new byte[0]);
  }

  private static Duration wait(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return Duration.ZERO;
    }
    Matcher matcher = WAIT.matcher(query);
    if (!matcher.matches()) {
      throw new InputRefused("Seul le paramètre « attente » est accepté, en secondes entières.");
    }
    Duration asked = Duration.ofSeconds(Integer.parseInt(matcher.group(1)));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  private static JsonNode parse(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new InputRefused("L'entrée n'est pas du JSON valable : " + e.getOriginalMessage());
    }
  }

  private static Reply notAllowed(String methods) {
    return Reply.message(405, "Méthode refusée : cette adresse accepte " + methods + ".");
  }

  @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
  private record Reply(int code, byte[] body) {

    static Reply json(int code, Object content) {
      try {
        return new Reply(code, JSON.writeValueAsBytes(content));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    static Reply message(int code, String message) {
      return json(code, Map.of("message", message));
    }

    void send(HttpExchange exchange) throws IOException {
      if (body.length == 0) {
        exchange.sendResponseHeaders(code, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
