package fr.socle.features.run;

import fr.socle.features.model.ScenarioResult;

/**
 * Hears how a run goes on. Called by the threads of the scenarios, but never by two at once; it
 * must return quickly.
 */
public interface RunProgress {

  /** Hears nothing. */
  RunProgress SILENT = new RunProgress() {};

  /**
   * The run is about to begin.
   *
   * @param scenarios number of scenarios that will be played
   */
  default void begun(int scenarios) {}

  /** A scenario begins. */
  default void started(String name) {}

  /**
   * A scenario is over.
   *
   * @param result what came of it
   * @param done number of scenarios over, this one included
   * @param total number of scenarios of the run
   */
  default void finished(ScenarioResult result, int done, int total) {}
}
