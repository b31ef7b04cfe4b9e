package fr.socle.features.report;

import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Why a run, or most of its undecided scenarios, could not be decided. */
final class MissingCause {
  private MissingCause() {}

  /** The cause of the run; without one, the cause most of its scenarios share. */
  static Optional<String> of(RunReport run) {
    Indetermination own = run.cause();
    if (own != null) {
      return Optional.of(text(own));
    }
    Map<Indetermination, Integer> counts = new LinkedHashMap<>();
    run.scenarios().stream()
        .map(ScenarioResult::cause)
        .filter(Objects::nonNull)
        .forEach(cause -> counts.merge(cause, 1, Integer::sum));
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    var most = Collections.max(counts.entrySet(), Map.Entry.comparingByValue());
    String where = " (" + French.count(most.getValue(), "scénario") + ")";
    return Optional.of(text(most.getKey()) + where);
  }

  static String text(Indetermination cause) {
    return "Ce qui a manqué : " + Words.of(cause.cause()) + ". " + cause.message();
  }
}
