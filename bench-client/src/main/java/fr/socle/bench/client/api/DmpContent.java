package fr.socle.bench.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a DMP, oldest first.
 *
 * @param ins fifteen characters of the INS
 * @param as whose eyes; absent = everything
 * @param refusal why this professional has no list, French; absent when he has one
 * @param documents the documents
 */
public record DmpContent(
    String ins, @Nullable String as, @Nullable String refusal, List<DmpDocument> documents) {
  /** Copies the list. */
  public DmpContent {
    documents = List.copyOf(documents);
  }
}
