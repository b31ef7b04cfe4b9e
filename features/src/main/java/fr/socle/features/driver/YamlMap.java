package fr.socle.features.driver;

import java.nio.file.Path;
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
final class YamlMap {
  private final Path file;
  private final int line;
  private final Map<String, Node> members = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private YamlMap(Path file, MappingNode node) {
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

  static YamlMap root(Path file, @Nullable Node node) {
    if (node instanceof MappingNode mapping) {
      return new YamlMap(file, mapping);
    }
    throw new LpsConfigurationException(
        file + ", ligne 1 : attendu des membres « nom: valeur », tels que « pilote: http ».");
  }

  void onlyKnows(String... names) {
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

  boolean has(String name) {
    return members.containsKey(name);
  }

  @Nullable String text(String name) {
    Node node = members.get(name);
    if (node == null) {
      return null;
    }
    return scalar(name, node);
  }

  String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw missing(name);
    }
    if (text.isBlank()) {
      throw wrong(name, "« " + name + " » est vide.");
    }
    return text;
  }

  List<String> texts(String name) {
    Node node = members.get(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> scalar(name, item)).toList();
    }
    throw wrong(name, "attendu une liste pour « " + name + " ».");
  }

  Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    members.forEach((name, node) -> texts.put(name, scalar(name, node)));
    return texts;
  }

  @Nullable YamlMap map(String name) {
    Node node = members.get(name);
    if (node == null) {
      return null;
    }
    if (node instanceof MappingNode mapping) {
      return new YamlMap(file, mapping);
    }
    throw wrong(name, "attendu des membres « nom: valeur » sous « " + name + " ».");
  }

  YamlMap requiredMap(String name) {
    YamlMap map = map(name);
    if (map == null) {
      throw missing(name);
    }
    return map;
  }

  LpsConfigurationException missing(String name) {
    return at(line, "il manque le membre « " + name + " ».");
  }

  LpsConfigurationException wrong(String name, String what) {
    return at(lines.getOrDefault(name, line), what);
  }

  private String scalar(String name, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw at(lineOf(node), "attendu un texte pour « " + name + " ».");
  }

  private LpsConfigurationException at(int where, String what) {
    return new LpsConfigurationException("%s, ligne %d : %s".formatted(file, where, what));
  }

  private static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
