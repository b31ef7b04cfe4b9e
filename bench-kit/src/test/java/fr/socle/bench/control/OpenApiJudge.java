package fr.socle.bench.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import fr.socle.bench.client.BenchJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Judges answers by the OpenAPI document that the server itself publishes. */
public final class OpenApiJudge {
  /** Schemas that carry the components of their document beside them. */
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          factory ->
              factory.metaSchema(
                  JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                      .keyword(new NonValidationKeyword("components"))
                      .build()));

  private final JsonMapper json = BenchJson.mapper();
  private final JsonNode document;
  private final Set<String> seen = new TreeSet<>();

  /** A judge by this document. */
  public OpenApiJudge(String document) {
    this.document = parse(document);
  }

  /** Judges one answer. */
  public void judge(String method, String path, int status, String body) {
    JsonNode operation = operation(method, path);
    JsonNode responses = operation.get("responses");
    JsonNode response = responses.get(String.valueOf(status));
    if (response == null) {
      assertThat(status).as("%s %s: %s", method, path, body).isGreaterThanOrEqualTo(400);
      response = document.at(responses.at("/default/$ref").textValue().substring(1));
    } else {
      seen.add(method + ' ' + path);
    }
    JsonNode content = response.get("content");
    if (content == null) {
      assertThat(body).as("%s %s", method, path).isEmpty();
      return;
    }
    JsonNode schema = content.at("/application~1json/schema");
    if (!schema.isMissingNode()) {
      assertThat(errors(schema, parse(body))).as("%s %s: %s", method, path, body).isEmpty();
    }
  }

  /** Whether the schema of the success of an operation refuses a value. */
  boolean refuses(String method, String path, String status, JsonNode value) {
    JsonNode schema =
        operation(method, path).at("/responses/" + status + "/content/application~1json/schema");
    return !errors(schema, value).isEmpty();
  }

  /** Whether the schema of the body of an operation refuses a value. */
  boolean refusesRequest(String method, String path, JsonNode value) {
    JsonNode schema = operation(method, path).at("/requestBody/content/application~1json/schema");
    return !errors(schema, value).isEmpty();
  }

  /** Operations whose success was judged. */
  Set<String> seen() {
    return seen;
  }

  /** Operations that the document declares. */
  Set<String> declared() {
    Set<String> declared = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            declared.add(method.toUpperCase(Locale.ROOT) + ' ' + path.getKey())));
    return declared;
  }

  JsonNode document() {
    return document;
  }

  JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  Set<ValidationMessage> errors(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    JsonSchema compiled = SCHEMAS.getSchema(whole);
    return compiled.validate(
        value, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
  }

  private JsonNode operation(String method, String path) {
    JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    assertThat(operation.isMissingNode()).as("%s %s is declared", method, path).isFalse();
    return operation;
  }
}
