package fr.socle.features.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a scenario or a run could not be decided.
 *
 * @param cause what failed; never the conformity of the LPS
 * @param message what happened and how to mend it, one French sentence
 */
public record Indetermination(Cause cause, String message) {

  /** What most of the undecided among these scenarios share; the first met of those that tie. */
  public static Optional<Indetermination> mostShared(List<ScenarioResult> scenarios) {
    Map<Indetermination, Integer> counts = new LinkedHashMap<>();
    scenarios.stream()
        .map(ScenarioResult::cause)
        .filter(Objects::nonNull)
        .forEach(cause -> counts.merge(cause, 1, Integer::sum));
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey());
  }
}
