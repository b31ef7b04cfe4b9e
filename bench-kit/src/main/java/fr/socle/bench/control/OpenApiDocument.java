package fr.socle.bench.control;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.ApiError;
import fr.socle.bench.control.Route.Answer;
import java.util.List;
import java.util.Locale;

/** The OpenAPI 3.1 document of the control API, made from the routes themselves. */
final class OpenApiDocument {
  private final JsonMapper json = BenchJson.mapper();
  private final String version;
  private final boolean guarded;

  /**
   * A document to make.
   *
   * @param version version of Socle
   * @param guarded whether calls need a token
   */
  OpenApiDocument(String version, boolean guarded) {
    this.version = version;
    this.guarded = guarded;
  }

  ObjectNode of(List<Route> routes) {
    RecordSchemas schemas = new RecordSchemas();
    ObjectNode document = json.createObjectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Socle control API")
        .put("version", version)
        .put("description", "Everything a scenario can ask of a bench.");
    document.putArray("servers").addObject().put("url", ControlServer.BASE);
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      paths
          .withObject("/" + escaped(route.path()))
          .set(route.method().name().toLowerCase(Locale.ROOT), operation(route, schemas));
    }
    ObjectNode error = schemas.of(ApiError.class);
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas.definitions());
    components
        .putObject("responses")
        .putObject("Error")
        .put("description", "Why the call was refused, in French")
        .putObject("content")
        .putObject(Answer.JSON)
        .set("schema", error);
    if (guarded) {
      components
          .putObject("securitySchemes")
          .putObject("token")
          .put("type", "http")
          .put("scheme", "bearer");
      document.putArray("security").addObject().putArray("token");
    }
    return document;
  }

  private ObjectNode operation(Route route, RecordSchemas schemas) {
    ObjectNode operation = json.createObjectNode();
    operation.put("operationId", operationId(route)).put("summary", route.summary());
    for (Parameter parameter : route.parameters()) {
      ObjectNode described = operation.withArray("parameters").addObject();
      described
          .put("name", parameter.name())
          .put("in", parameter.inPath() ? "path" : "query")
          .put("required", parameter.required())
          .put("description", parameter.description())
          .set("schema", form(parameter.form()));
    }
    if (route.request() != null) {
      operation
          .putObject("requestBody")
          .put("required", true)
          .putObject("content")
          .putObject(Answer.JSON)
          .set("schema", schemas.of(route.request()));
    }
    ObjectNode responses = operation.putObject("responses");
    Answer answer = route.answer();
    ObjectNode success = responses.putObject(String.valueOf(answer.status()));
    success.put("description", answer.hasBody() ? answer.type().getSimpleName() : "Done");
    if (answer.hasBody()) {
      ObjectNode content = success.putObject("content").putObject(answer.mediaType());
      if (answer.mediaType().equals(Answer.JSON)) {
        content.set("schema", schemas.of(answer.type()));
      } else if (answer.mediaType().equals(Answer.EVENTS)) {
        // OpenAPI 3.1 has no word for the data of an event; an extension says what it is.
        content.putObject("schema").put("type", "string");
        content.set("x-event-data", schemas.of(answer.type()));
      }
    }
    if (answer.maybeNothing()) {
      responses.putObject("204").put("description", "Nothing came in time");
    }
    responses.putObject("default").put("$ref", "#/components/responses/Error");
    return operation;
  }

  private ObjectNode form(Parameter.Form form) {
    ObjectNode schema = json.createObjectNode();
    return switch (form) {
      case TEXT -> schema.put("type", "string");
      case SEQUENCE -> schema.put("type", "integer").put("format", "int64").put("minimum", 0);
      case WAIT -> schema.put("type", "string").put("format", "duration");
    };
  }

  /** A path is one step of a JSON pointer. */
  private static String escaped(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  private static String operationId(Route route) {
    StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    for (String part : route.path().split("[^A-Za-z0-9]+", -1)) {
      if (!part.isEmpty()) {
        id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return id.toString();
  }
}
