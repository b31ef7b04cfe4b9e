package fr.socle.features.run;

import fr.socle.features.model.Cause;
import fr.socle.features.model.Indetermination;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** What kept a scenario from going to its end, if anything: the first reason stands. */
final class Fate {
  private @Nullable Indetermination undecided;
  private @Nullable String notCovered;

  /** The scenario cannot be decided; gives what to throw so that it stops. */
  ScenarioStopped undecided(Cause cause, String message) {
    if (undecided == null) {
      undecided = new Indetermination(cause, message);
    }
    return new ScenarioStopped(message);
  }

  /** The LPS does not do it or no driver can; gives what to throw so that the scenario stops. */
  TestAbortedException notCovered(String reason) {
    if (notCovered == null) {
      notCovered = reason;
    }
    return new TestAbortedException(reason);
  }

  @Nullable Indetermination undecided() {
    return undecided;
  }

  /** Why it is not covered; an undecided scenario is not called uncovered. */
  @Nullable String notCovered() {
    return undecided == null ? notCovered : null;
  }

  /** Whether the scenario was stopped before its end. */
  boolean stopped() {
    return undecided != null || notCovered != null;
  }
}
