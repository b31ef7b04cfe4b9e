package fr.socle.features.run;

import fr.socle.features.model.ScenarioResult;
import org.opentest4j.TestAbortedException;

/** What JUnit is told of a scenario. */
public final class JunitAnswer {
  private JunitAnswer() {}

  /** Fails when it is non-conforming or undecided, aborts when it is not covered, else passes. */
  public static void of(ScenarioResult result) {
    switch (result.verdict()) {
      case NON_CONFORME -> throw new NonConformity(ScenarioWords.nonConformity(result));
      case NON_COUVERT -> throw new TestAbortedException(ScenarioWords.notCovered(result));
      case INDETERMINE -> throw new ScenarioStopped(ScenarioWords.undecided(result));
      default -> {}
    }
  }
}
