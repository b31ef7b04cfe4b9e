package fr.socle.features.report;

import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RunReport;
import java.util.Optional;

/** Why a run, or most of its undecided scenarios, could not be decided. */
final class MissingCause {
  private MissingCause() {}

  /** The cause of the run; without one, the cause most of its scenarios share. */
  static Optional<String> of(RunReport run) {
    return Optional.ofNullable(run.cause())
        .or(() -> Indetermination.mostShared(run.scenarios()))
        .map(cause -> text(cause) + where(cause, run));
  }

  private static String where(Indetermination cause, RunReport run) {
    long count = run.scenarios().stream().filter(one -> cause.equals(one.cause())).count();
    return count == 0 ? "" : " (" + French.count(count, "scénario") + ")";
  }

  static String text(Indetermination cause) {
    return "Ce qui a manqué : " + Words.of(cause.cause()) + ". " + cause.message();
  }
}
