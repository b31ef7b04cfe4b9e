package fr.socle.bench.space;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import java.io.IOException;

/** Kept values to JSON bytes and back. */
final class KeptJson {
  private final JsonMapper mapper = BenchJson.mapper();

  byte[] bytes(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + value.getClass().getName(), e);
    }
  }

  /**
   * Reads a kept value.
   *
   * @throws IllegalStateException in French, when another version of Socle wrote it in another form
   */
  <T> T read(byte[] document, Class<T> type) {
    try {
      return mapper.readValue(document, type);
    } catch (IOException e) {
      throw new IllegalStateException(
          "le dossier de données vient d'une autre version de Socle, dont les espaces ne se lisent"
              + " plus : prenez un autre dossier de données.",
          e);
    }
  }
}
