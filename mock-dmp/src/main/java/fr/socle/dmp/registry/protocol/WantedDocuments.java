package fr.socle.dmp.registry.protocol;

import fr.socle.dmp.registry.service.Retrieved;
import java.util.List;

/**
 * The documents a TD3.2 asks for.
 *
 * @param documents as written, in order
 */
public record WantedDocuments(List<Retrieved.Wanted> documents) {
  /** Copies the list. */
  public WantedDocuments {
    documents = List.copyOf(documents);
  }
}
