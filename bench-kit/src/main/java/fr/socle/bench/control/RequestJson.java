package fr.socle.bench.control;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import fr.socle.bench.client.BenchJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of requests, and nothing else: members that the record does not have, missing
 * ones, values of another kind and repeated names are refused, as the OpenAPI document says.
 */
final class RequestJson {
  private static final CoercionInputShape[] NOT_TEXT = {
    CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
  };
  private static final CoercionInputShape[] NOT_NUMBER = {
    CoercionInputShape.String, CoercionInputShape.EmptyString, CoercionInputShape.Boolean
  };

  private final JsonMapper mapper;

  RequestJson() {
    JsonMapper.Builder builder =
        BenchJson.mapper()
            .rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                LogicalType.Textual, config -> refuse(config::setCoercion, NOT_TEXT))
            .withCoercionConfig(
                LogicalType.Integer, config -> refuse(config::setCoercion, NOT_NUMBER));
    this.mapper = builder.build();
  }

  /**
   * Reads one record.
   *
   * @throws ControlRefusal with the place and the mend, if the body is not such a record
   */
  <T> T read(byte[] body, Class<T> type) {
    if (body.length == 0) {
      throw refusal("corps-absent", "Le corps est vide : envoyez l'objet JSON attendu.");
    }
    T value;
    try {
      value = mapper.readValue(body, type);
    } catch (UnrecognizedPropertyException e) {
      throw unknownMember(e);
    } catch (JsonMappingException e) {
      throw refusal(
          "valeur-invalide",
          "La valeur à "
              + pointer(e.getPath())
              + " n'est pas du genre attendu : corrigez-la d'après le document OpenAPI.");
    } catch (JsonParseException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw refusal("json-illisible", "Le corps ne se lit pas : envoyez du JSON en UTF-8.");
    }
    if (value == null) {
      throw refusal("corps-absent", "Le corps vaut null : envoyez l'objet JSON attendu.");
    }
    requireMembers(value, "");
    return value;
  }

  /**
   * Accepts no body, or an empty object.
   *
   * @throws ControlRefusal if the body says anything
   */
  void requireNothing(byte[] body) {
    if (body.length == 0) {
      return;
    }
    JsonNode node;
    try {
      node = mapper.readTree(body);
    } catch (JsonParseException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw refusal("json-illisible", "Le corps ne se lit pas : envoyez {} ou rien.");
    }
    if (!node.isObject() || !node.isEmpty()) {
      throw refusal("membre-inconnu", "Cet appel n'attend rien : envoyez {} ou un corps vide.");
    }
  }

  private static void requireMembers(Object value, String path) {
    if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        String at = path + '/' + component.getName();
        Object member = member(value, component);
        if (member != null) {
          requireMembers(member, at);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          throw refusal("membre-manquant", "Le membre " + at + " est obligatoire : ajoutez-le.");
        }
      }
    } else if (value instanceof JsonNode node) {
      if (!node.isObject()) {
        throw refusal("valeur-invalide", "Le membre " + path + " doit être un objet JSON.");
      }
    } else if (value instanceof Map<?, ?> map) {
      requireItems(map.values(), path);
    } else if (value instanceof Collection<?> items) {
      requireItems(items, path);
    }
  }

  private static void requireItems(Collection<?> items, String path) {
    for (Object item : new ArrayList<>(items)) {
      if (item == null) {
        throw refusal("valeur-invalide", "Une valeur de " + path + " est null : retirez-la.");
      }
      requireMembers(item, path);
    }
  }

  private static @Nullable Object member(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of the control API must be public", e);
    }
  }

  private static ControlRefusal unknownMember(UnrecognizedPropertyException e) {
    Collection<Object> known = e.getKnownPropertyIds();
    List<String> names =
        known == null ? List.of() : known.stream().map(String::valueOf).sorted().toList();
    return refusal(
        "membre-inconnu",
        "Le membre "
            + pointer(e.getPath())
            + " n'existe pas : retirez-le. Membres possibles : "
            + String.join(", ", names)
            + ".");
  }

  private static ControlRefusal unreadable(JsonParseException e) {
    return refusal(
        "json-illisible",
        "Le corps n'est pas du JSON, ou répète un membre (ligne %d, colonne %d) : corrigez-le."
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
  }

  private static String pointer(List<Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (Reference step : path) {
      pointer
          .append('/')
          .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
    }
    return pointer.isEmpty() ? "la racine" : pointer.toString();
  }

  private static ControlRefusal refusal(String code, String message) {
    return new ControlRefusal(400, code, message);
  }

  private interface Coercion {
    Object set(CoercionInputShape shape, CoercionAction action);
  }

  private static void refuse(Coercion coercion, CoercionInputShape... shapes) {
    for (CoercionInputShape shape : shapes) {
      coercion.set(shape, CoercionAction.Fail);
    }
  }
}
