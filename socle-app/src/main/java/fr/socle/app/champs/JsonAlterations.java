package fr.socle.app.champs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every way to alter a JSON message in one place: members and elements, at any depth. */
final class JsonAlterations {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonAlterations() {}

  /**
   * One altered message.
   *
   * @param pointer JSON pointer of what was altered
   * @param gesture what was done
   * @param json makes the message that results
   */
  record Altered(String pointer, String gesture, Supplier<byte[]> json) {}

  /** All of them; none when the body is empty. The message is one of ours, from a correct call. */
  static List<Altered> of(byte[] message) {
    if (message.length == 0) {
      return List.of();
    }
    JsonNode whole = parse(message);
    List<Altered> all = new ArrayList<>();
    walk(whole, whole, JsonPointer.empty(), all);
    all.add(new Altered("/", "tronqué", () -> truncated(message)));
    return all;
  }

  private static void walk(JsonNode whole, JsonNode here, JsonPointer at, List<Altered> all) {
    if (!at.toString().isEmpty()) {
      all.add(altered(whole, at, "retiré", null));
      for (Replacement other : replacements(here)) {
        all.add(altered(whole, at, other.gesture(), other.node()));
      }
    }
    if (here instanceof ObjectNode object) {
      JsonPointer unknown = at.appendProperty("inconnu");
      all.add(altered(whole, unknown, "ajouté", TextNode.valueOf("x")));
      object
          .properties()
          .forEach(
              member -> walk(whole, member.getValue(), at.appendProperty(member.getKey()), all));
    } else if (here instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        walk(whole, array.get(i), at.appendIndex(i), all);
      }
    }
  }

  private record Replacement(String gesture, JsonNode node) {}

  /** Null, empty, another value of the same type, another type. */
  private static List<Replacement> replacements(JsonNode node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    List<Replacement> others = new ArrayList<>();
    others.add(new Replacement("mis à null", factory.nullNode()));
    switch (node.getNodeType()) {
      case STRING -> {
        others.add(new Replacement("vidé", factory.textNode("")));
        others.add(
            new Replacement("changé", factory.textNode(Alterations.change(node.textValue()))));
        others.add(new Replacement("mis en nombre", IntNode.valueOf(7)));
      }
      case NUMBER ->
          others.add(new Replacement("changé", factory.numberNode(node.longValue() + 1)));
      case BOOLEAN ->
          others.add(new Replacement("changé", factory.booleanNode(!node.booleanValue())));
      case OBJECT -> {
        others.add(new Replacement("vidé", factory.objectNode()));
        others.add(new Replacement("mis en texte", factory.textNode("x")));
      }
      case ARRAY -> {
        others.add(new Replacement("vidé", factory.arrayNode()));
        others.add(new Replacement("mis en texte", factory.textNode("x")));
      }
      default -> {}
    }
    return others;
  }

  private static Altered altered(
      JsonNode whole, JsonPointer at, String gesture, @Nullable JsonNode node) {
    JsonNode copy = whole.deepCopy();
    JsonNode parent = copy.at(at.head());
    if (parent instanceof ObjectNode object) {
      String name = at.last().getMatchingProperty();
      if (node == null) {
        object.remove(name);
      } else {
        object.set(name, node);
      }
    } else if (parent instanceof ArrayNode array) {
      int index = at.last().getMatchingIndex();
      if (node == null) {
        array.remove(index);
      } else {
        array.set(index, node);
      }
    }
    return new Altered(at.toString(), gesture, () -> bytes(copy));
  }

  private static byte[] truncated(byte[] message) {
    byte[] half = new byte[message.length / 2];
    System.arraycopy(message, 0, half, 0, half.length);
    return half;
  }

  private static JsonNode parse(byte[] message) {
    try {
      return MAPPER.readTree(message);
    } catch (IOException e) {
      throw new IllegalArgumentException("un échange enregistré n'est pas du JSON", e);
    }
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
