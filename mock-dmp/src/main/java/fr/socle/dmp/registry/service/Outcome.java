package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpRefusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a message about documents.
 *
 * @param errors errors and warnings, in order
 * @param decoded what was done, for the journal
 */
public record Outcome(List<RegistryError> errors, Map<String, Object> decoded) {
  /** Copies the collections. */
  public Outcome {
    errors = List.copyOf(errors);
    decoded = Map.copyOf(decoded);
  }

  /** Nothing was done. */
  static Outcome refused(List<RegistryError> errors) {
    return new Outcome(errors, Map.of());
  }

  /** Whether something went wrong, warnings left aside. */
  public boolean failed() {
    return errors.stream().anyMatch(each -> !each.warning());
  }

  /** The first error as a refusal; null when there is none. */
  public @Nullable DmpRefusal refusal() {
    return errors.stream()
        .filter(each -> !each.warning())
        .findFirst()
        .map(RegistryError::refusal)
        .orElse(null);
  }
}
