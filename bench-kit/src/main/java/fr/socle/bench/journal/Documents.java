package fr.socle.bench.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import java.io.IOException;
import java.util.Map;

/** Records to JSON bytes and back, in the dialect of the control API. */
final class Documents {
  // A column of H2 holds 1 MiB; the rest of an exchange is small.
  private static final int LARGEST_VIEW = 512 * 1024;

  private final JsonMapper json = BenchJson.mapper();

  byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + value.getClass().getName(), e);
    }
  }

  <T> T read(byte[] document, Class<T> type) {
    try {
      return json.readValue(document, type);
    } catch (IOException e) {
      throw new IllegalStateException("the journal holds an unreadable " + type.getName(), e);
    }
  }

  /** The decoded view as JSON; one that is too large for the journal is replaced by its size. */
  JsonNode view(Map<String, Object> decoded) {
    JsonNode tree = json.valueToTree(decoded);
    int size = bytes(tree).length;
    return size <= LARGEST_VIEW
        ? tree
        : json.createObjectNode().put("vue", "trop grande pour le journal : " + size + " octets");
  }
}
