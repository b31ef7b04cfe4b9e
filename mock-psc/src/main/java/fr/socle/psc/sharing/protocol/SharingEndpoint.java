package fr.socle.psc.sharing.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.psc.protocol.Answers;
import fr.socle.psc.protocol.DecodedView;
import fr.socle.psc.protocol.Reading;
import fr.socle.psc.sharing.service.SharingDesk;
import fr.socle.psc.sharing.service.SharingOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door of context sharing, {@code /psc-context-sharing/api} on the back channel listener. */
public final class SharingEndpoint implements HttpEndpoint {
  /** Path of the API, psc.md 2.8 (S: CONTEXT). */
  public static final String PATH = "/psc-context-sharing/api";

  /** Transaction of {@code /share} in the journal. */
  public static final String SHARE = "PSC context share";

  /** Transaction of {@code /discovery} in the journal. */
  public static final String DISCOVERY = "PSC context discovery";

  private static final JsonMapper JSON = new JsonMapper();

  private final SharingDesk desk;

  /** The door of a space. */
  public SharingEndpoint(SharingDesk desk) {
    this.desk = desk;
  }

  /** Whether a path is of context sharing. */
  public static boolean serves(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    String rest = rest(request);
    if (rest.equals("/share")) {
      return SHARE;
    }
    return rest.equals("/discovery") || rest.startsWith("/discovery/") ? DISCOVERY : null;
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    String transaction = transactionOf(request);
    if (transaction == null) {
      return Served.refused(
          Answers.json(404, Map.of("error", "HTTP 404 Not Found")),
          new Refusal("404", "Le partage de contexte sert " + PATH + "/share et /discovery."));
    }
    Optional<String> bearer = Reading.authorization(request, "Bearer");
    String owner = desk.whose(bearer.orElse(null));
    JsonNode body = body(request);
    SharingOutcome outcome =
        owner == null
            ? new SharingOutcome(
                401,
                null,
                "Envoyez « Authorization: Bearer » avec un jeton d'accès de Pro Santé Connect en"
                    + " vigueur.")
            : answer(transaction, request, owner, body);
    String reason = outcome.reason();
    return new Served(
        written(outcome),
        transaction,
        new SharingMessage(
            owner, bearer.isPresent(), Reading.query(request), body, outcome.status()),
        new DecodedView()
            .put("professionnel", owner)
            .put("schema", body == null ? null : body.path("schemaId").asText())
            .token("access_token", bearer.orElse(null))
            .asMap(),
        reason == null ? null : new Refusal(Integer.toString(outcome.status()), reason));
  }

  private SharingOutcome answer(
      String transaction, IncomingRequest request, String owner, @Nullable JsonNode body) {
    String method = request.method();
    if (transaction.equals(SHARE)) {
      return switch (method) {
        case "GET" -> desk.shared(owner);
        case "PUT" -> desk.share(owner, body);
        default -> notServed(List.of("GET", "PUT"));
      };
    }
    String rest = rest(request);
    if (rest.length() > "/discovery/".length()) {
      return method.equals("GET")
          ? desk.schema(rest.substring("/discovery/".length()))
          : notServed(List.of("GET"));
    }
    return switch (method) {
      case "GET" -> desk.schemas();
      case "POST" -> desk.keep(body, true);
      case "PUT" -> desk.keep(body, false);
      default -> notServed(List.of("GET", "POST", "PUT"));
    };
  }

  private static SharingOutcome notServed(List<String> methods) {
    return new SharingOutcome(
        405, null, "Méthodes servies ici : " + String.join(", ", methods) + ".");
  }

  private static String rest(IncomingRequest request) {
    String path = request.path();
    return serves(path) ? path.substring(PATH.length()) : "";
  }

  private static @Nullable JsonNode body(IncomingRequest request) {
    try {
      JsonNode read = JSON.readTree(request.body());
      return read == null || read.isMissingNode() ? null : read;
    } catch (IOException e) {
      return null;
    }
  }

  private static Answer written(SharingOutcome outcome) {
    JsonNode body = outcome.body();
    if (body == null) {
      return Answers.json(
          outcome.status(), Map.of("status", outcome.status(), "message", message(outcome)));
    }
    try {
      return new Answer(
          outcome.status(),
          Headers.none().with("Content-Type", "application/json"),
          JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  private static String message(SharingOutcome outcome) {
    return switch (outcome.status()) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      default -> "Conflict";
    };
  }
}
