package fr.socle.dmp.registry.service;

import fr.socle.documents.xds.RegistryObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What a search found.
 *
 * @param objects objects, oldest first
 * @param errors errors
 */
public record SearchResult(List<RegistryObject> objects, List<RegistryError> errors) {
  /** Copies the lists. */
  public SearchResult {
    objects = List.copyOf(objects);
    errors = List.copyOf(errors);
  }

  /** The same but for the last object, which is not given. */
  public SearchResult withoutLast(String why) {
    List<RegistryError> all = new ArrayList<>(errors);
    all.add(RegistryError.of(RegistryError.REGISTRY, why));
    return new SearchResult(objects.subList(0, objects.size() - 1), all);
  }

  static SearchResult refused(RegistryError error) {
    return new SearchResult(List.of(), List.of(error));
  }
}
