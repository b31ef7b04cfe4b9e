package fr.socle.dmp.registry.service;

import java.util.List;

/**
 * A list of documents.
 *
 * @param documents documents, oldest first
 * @param refusal why there is none; empty when there is
 */
public record Listed(List<KeptDocument> documents, String refusal) {
  /** Copies the list. */
  public Listed {
    documents = List.copyOf(documents);
  }
}
