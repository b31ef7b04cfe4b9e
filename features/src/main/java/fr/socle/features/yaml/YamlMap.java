package fr.socle.features.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file whose every complaint carries file and line. */
public final class YamlMap {
  private final YamlFile file;
  private final int line;
  private final Map<String, Node> members = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  YamlMap(YamlFile file, MappingNode node) {
    this.file = file;
    this.line = lineOf(node);
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw at(lineOf(tuple.getKeyNode()), "un nom de membre est attendu.");
      }
      if (members.put(key.getValue(), tuple.getValueNode()) != null) {
        throw at(lineOf(key), "« " + key.getValue() + " » est donné deux fois.");
      }
      lines.put(key.getValue(), lineOf(key));
    }
  }

  /** Refuses every member that is not one of these. */
  public void onlyKnows(String... names) {
    List<String> known = List.of(names);
    for (String name : members.keySet()) {
      if (!known.contains(name)) {
        throw wrong(
            name,
            "membre inconnu « %s » ; membres connus : %s."
                .formatted(name, String.join(", ", known)));
      }
    }
  }

  /** Whether a member is there. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** A text, absent when the member is. */
  public @Nullable String text(String name) {
    Node node = members.get(name);
    if (node == null) {
      return null;
    }
    return scalar(name, node);
  }

  /** A text that has to be there and says something. */
  public String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw missing(name);
    }
    if (text.isBlank()) {
      throw wrong(name, "« " + name + " » est vide.");
    }
    return text;
  }

  /** A list of texts, empty when the member is absent. */
  public List<String> texts(String name) {
    Node node = members.get(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> scalar(name, item)).toList();
    }
    throw wrong(name, "attendu une liste pour « " + name + " ».");
  }

  /** All the members, when each is a text. */
  public Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    members.forEach((name, node) -> texts.put(name, scalar(name, node)));
    return texts;
  }

  /** A mapping, absent when the member is. */
  public @Nullable YamlMap map(String name) {
    Node node = members.get(name);
    if (node == null) {
      return null;
    }
    if (node instanceof MappingNode mapping) {
      return new YamlMap(file, mapping);
    }
    throw wrong(name, "attendu des membres « nom: valeur » sous « " + name + " ».");
  }

  /** A list of mappings, empty when the member is absent. */
  public List<YamlMap> maps(String name) {
    Node node = members.get(name);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(name, "attendu une liste pour « " + name + " ».");
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (!(item instanceof MappingNode mapping)) {
        throw file.at(lineOf(item), "attendu des membres « nom: valeur » sous « " + name + " ».");
      }
      maps.add(new YamlMap(file, mapping));
    }
    return maps;
  }

  /** A yes or a no, {@code oui} or {@code non}; absent when the member is. */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "oui", "true" -> true;
      case "non", "false" -> false;
      default -> throw wrong(name, "attendu oui ou non pour « " + name + " ».");
    };
  }

  /** A mapping that has to be there. */
  public YamlMap requiredMap(String name) {
    YamlMap map = map(name);
    if (map == null) {
      throw missing(name);
    }
    return map;
  }

  /** The refusal of a mapping that lacks a member. */
  public RuntimeException missing(String name) {
    return at(line, "il manque le membre « " + name + " ».");
  }

  /**
   * The refusal of a member.
   *
   * @param what what is wrong with it and how to mend it, French
   */
  public RuntimeException wrong(String name, String what) {
    return at(lines.getOrDefault(name, line), what);
  }

  private String scalar(String name, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw at(lineOf(node), "attendu un texte pour « " + name + " ».");
  }

  private RuntimeException at(int where, String what) {
    return file.at(where, what);
  }

  private static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
