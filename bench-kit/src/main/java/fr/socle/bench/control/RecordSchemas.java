package fr.socle.bench.control;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import fr.socle.bench.client.BenchJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Closed JSON schemas of the records of the control API: no member but the components, every
 * component required unless it is {@link Nullable}, absent members left out rather than null.
 */
final class RecordSchemas {
  static final String COMPONENTS = "components/schemas";

  private final JsonMapper json = BenchJson.mapper();
  private final SchemaBuilder builder;

  RecordSchemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.EXTRA_OPEN_API_FORMAT_VALUES)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config.forFields().withRequiredCheck(RecordSchemas::isRequired);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              ObjectNode special = special(type);
              return special == null
                  ? null
                  : new CustomDefinition(special, DefinitionType.INLINE, AttributeInclusion.NO);
            });
    this.builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
  }

  /** Schema of a type, by reference to {@link #definitions()} for records. */
  ObjectNode of(Class<?> type) {
    return builder.createSchemaReference(type);
  }

  /** Schemas of the records asked for, by name; to be called last. */
  ObjectNode definitions() {
    return builder.collectDefinitions(COMPONENTS);
  }

  private static boolean isRequired(FieldScope field) {
    return !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private @Nullable ObjectNode special(ResolvedType type) {
    Class<?> raw = type.getErasedType();
    if (JsonNode.class.isAssignableFrom(raw)) {
      return json.createObjectNode().put("type", "object");
    }
    if (raw.equals(byte[].class)) {
      return json.createObjectNode().put("type", "string").put("contentEncoding", "base64");
    }
    if (raw.equals(Instant.class)) {
      return json.createObjectNode().put("type", "string").put("format", "date-time");
    }
    if (raw.isEnum()) {
      ObjectNode words = json.createObjectNode().put("type", "string");
      ArrayNode values = words.putArray("enum");
      for (Object constant : raw.getEnumConstants()) {
        values.add(json.<JsonNode>valueToTree(constant));
      }
      return words;
    }
    return null;
  }
}
