package fr.socle.features.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.BenchJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the JSON schema of a record: closed, every component required unless it may be absent. */
public final class ReportSchema {
  private final JsonMapper json = BenchJson.mapper();
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  /** The schema of {@code report.json}. */
  public JsonNode ofReport() {
    ObjectNode schema = json.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "report.json de Socle, forme " + RunReport.FORMAT);
    schema.put("$ref", reference(RunReport.class));
    ObjectNode defs = schema.putObject("$defs");
    definitions.forEach(defs::set);
    return schema;
  }

  private String reference(Class<?> type) {
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, json.createObjectNode());
      definitions.put(name, object(type));
    }
    return "#/$defs/" + name;
  }

  private ObjectNode object(Class<?> type) {
    ObjectNode object = json.createObjectNode().put("type", "object");
    ObjectNode properties = object.putObject("properties");
    var required = object.putArray("required");
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
      String name = named == null ? component.getName() : named.value();
      properties.set(name, schema(component.getGenericType()));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(name);
      }
    }
    return object.put("additionalProperties", false);
  }

  private ObjectNode schema(Type type) {
    ObjectNode schema = json.createObjectNode();
    if (type instanceof ParameterizedType list) {
      if (list.getRawType() != List.class) {
        throw new IllegalArgumentException("no form for " + type);
      }
      schema.put("type", "array").set("items", schema(list.getActualTypeArguments()[0]));
      return schema;
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      return schema.put("$ref", reference(raw));
    }
    if (raw.isEnum()) {
      var words = schema.putArray("enum");
      for (Object constant : raw.getEnumConstants()) {
        words.add(json.<JsonNode>valueToTree(constant));
      }
      return schema;
    }
    return scalar(schema, raw);
  }

  private static ObjectNode scalar(ObjectNode schema, Class<?> raw) {
    if (raw == String.class) {
      return schema.put("type", "string");
    }
    if (raw == Instant.class) {
      return schema.put("type", "string").put("format", "date-time");
    }
    if (raw == boolean.class) {
      return schema.put("type", "boolean");
    }
    if (raw == int.class || raw == long.class || raw == Long.class || raw == Integer.class) {
      return schema.put("type", "integer");
    }
    if (raw == JsonNode.class) {
      return schema;
    }
    throw new IllegalArgumentException("no form for " + raw);
  }
}
