package fr.socle.lps.pilote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A closed JSON object of the driver contract: each member is asked for once by name, and {@link
 * #close()} refuses the members nobody asked for. Not thread-safe. Every method throws {@link
 * InputRefused} when the member has the wrong type.
 */
public final class Input {

  private final JsonNode node;
  private final String place;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Input> inner = new ArrayList<>();

  private Input(JsonNode node, String place) {
    this.node = node;
    this.place = place;
  }

  /** Reads the body of an action. */
  public static Input of(JsonNode body) {
    if (!body.isObject()) {
      throw new InputRefused("L'entrée d'une action est un objet JSON, par exemple {}.");
    }
    return new Input(body, "");
  }

  public boolean has(String member) {
    return member(member) != null;
  }

  /** A compulsory text that is not blank. */
  public String text(String member) {
    String text =
        optionalText(member)
            .orElseThrow(
                () -> new InputRefused("Le membre « " + place + member + " » est obligatoire."));
    if (text.isBlank()) {
      throw new InputRefused("Le membre « " + place + member + " » ne peut pas être vide.");
    }
    return text;
  }

  public Optional<String> optionalText(String member) {
    JsonNode value = member(member);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new InputRefused("Le membre « " + place + member + " » doit être un texte.");
    }
    return Optional.of(value.textValue());
  }

  public Optional<List<String>> optionalTexts(String member) {
    JsonNode value = member(member);
    if (value == null) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isTextual()) {
        throw notTexts(member);
      }
      texts.add(item.textValue());
    }
    if (!value.isArray()) {
      throw notTexts(member);
    }
    return Optional.of(List.copyOf(texts));
  }

  /** A whole number above zero. */
  public Optional<Integer> optionalNumber(String member) {
    JsonNode value = member(member);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isInt() || value.intValue() < 1) {
      throw new InputRefused("Le membre « " + place + member + " » doit être un nombre entier.");
    }
    return Optional.of(value.intValue());
  }

  public boolean flag(String member, boolean otherwise) {
    JsonNode value = member(member);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw new InputRefused("Le membre « " + place + member + " » doit être true ou false.");
    }
    return value.booleanValue();
  }

  /** An inner closed object; it is closed together with this one. */
  public Optional<Input> optionalObject(String member) {
    JsonNode value = member(member);
    if (value == null) {
      return Optional.empty();
    }
    Input object = new Input(requireObject(member, value), place + member + ".");
    inner.add(object);
    return Optional.of(object);
  }

  /** Inner closed objects, in order; none when the member is absent. */
  public List<Input> objects(String member) {
    JsonNode value = member(member);
    List<Input> objects = new ArrayList<>();
    if (value != null) {
      if (!value.isArray()) {
        throw new InputRefused(
            "Le membre « " + place + member + " » doit être une liste d'objets.");
      }
      value.forEach(
          item ->
              objects.add(
                  new Input(
                      requireObject(member, item),
                      place + member + "[" + (objects.size() + 1) + "].")));
    }
    inner.addAll(objects);
    return objects;
  }

  /** An inner object that is open: its members are not checked here. */
  public Optional<JsonNode> optionalOpenObject(String member) {
    JsonNode value = member(member);
    return value == null ? Optional.empty() : Optional.of(requireObject(member, value));
  }

  /** Refuses the members that no reader asked for. */
  public void close() {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(asked);
    if (!unknown.isEmpty()) {
      throw new InputRefused(
          "Membre inconnu : « "
              + place
              + String.join(" », « " + place, unknown)
              + " ». Membres acceptés : "
              + (asked.isEmpty() ? "aucun" : String.join(", ", asked))
              + ".");
    }
    inner.forEach(Input::close);
  }

  private @Nullable JsonNode member(String member) {
    asked.add(member);
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? null : value;
  }

  private JsonNode requireObject(String member, JsonNode value) {
    if (!value.isObject()) {
      throw new InputRefused("Le membre « " + place + member + " » doit être un objet.");
    }
    return value;
  }

  private InputRefused notTexts(String member) {
    return new InputRefused("Le membre « " + place + member + " » doit être une liste de textes.");
  }
}
