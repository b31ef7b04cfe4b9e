package fr.socle.dmp.registry.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import fr.socle.documents.xds.RegistryObject;
import java.io.IOException;

/** Metadata to bytes and back. Safe for use by several threads. */
final class MetadataCodec {
  /** What a column of H2 holds, and a margin. */
  static final int LARGEST = 1_000_000;

  private final JsonMapper json = BenchJson.mapper();

  byte[] bytes(RegistryObject object) {
    try {
      return json.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata are plain records", e);
    }
  }

  RegistryObject object(byte[] bytes) {
    try {
      return json.readValue(bytes, RegistryObject.class);
    } catch (IOException e) {
      throw new IllegalStateException("the registry holds unreadable metadata", e);
    }
  }
}
