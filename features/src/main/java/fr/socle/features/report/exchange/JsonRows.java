package fr.socle.features.report.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.features.report.exchange.Table.Row;
import java.util.ArrayList;
import java.util.List;

/** JSON as rows whose paths are JSON pointers. */
final class JsonRows {
  private static final int MAX_ROWS = 3000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<Row> rows = new ArrayList<>();

  private JsonRows() {}

  /** Rows of a text, none when it is not JSON. */
  static List<Row> read(String json) {
    try {
      return of(MAPPER.readTree(json), "");
    } catch (JsonProcessingException notJson) {
      return List.of();
    }
  }

  /** Rows of a tree; its own top is not a row. */
  static List<Row> of(JsonNode node, String path) {
    JsonRows reading = new JsonRows();
    reading.children(0, node, path);
    return List.copyOf(reading.rows);
  }

  private void children(int depth, JsonNode node, String path) {
    if (node.isObject()) {
      node.properties().forEach(field -> add(depth, field.getKey(), field.getValue(), path));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(depth, Integer.toString(i), node.get(i), path);
      }
    } else if (depth == 0 && !node.isMissingNode() && !node.isNull()) {
      rows.add(new Row(0, "valeur", node.asText(), path.isEmpty() ? "/" : path));
    }
  }

  private void add(int depth, String name, JsonNode value, String parent) {
    if (rows.size() >= MAX_ROWS) {
      return;
    }
    // RFC 6901, 3: "~" and "/" of a name are escaped in a pointer.
    String path = parent + "/" + name.replace("~", "~0").replace("/", "~1");
    boolean branch = value.isContainerNode() && !value.isEmpty();
    rows.add(new Row(depth, name, branch ? null : text(value), path));
    if (branch) {
      children(depth + 1, value, path);
    }
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
