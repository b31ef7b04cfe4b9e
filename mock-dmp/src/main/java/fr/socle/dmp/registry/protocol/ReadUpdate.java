package fr.socle.dmp.registry.protocol;

import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import java.util.Map;
import java.util.Optional;

/**
 * A change of metadata, beside what it changes: who changes the visibility of a document sends back
 * metadata that somebody else may have written (dmp.md 1.12).
 *
 * @param submission what was sent
 * @param former metadata in force before, by {@code lid}
 */
public record ReadUpdate(Submission submission, Map<String, DocumentEntry> former) {
  /** Copies the map. */
  public ReadUpdate {
    former = Map.copyOf(former);
  }

  /** The metadata in force before; empty when the change names no document there is. */
  public Optional<DocumentEntry> former(DocumentEntry changed) {
    return Optional.ofNullable(former.get(changed.logicalId()));
  }
}
