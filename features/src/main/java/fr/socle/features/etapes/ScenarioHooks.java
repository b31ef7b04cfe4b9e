package fr.socle.features.etapes;

import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

/** Holds the window of a scenario open around its steps. */
public final class ScenarioHooks {
  private final ScenarioRun scenario;

  /** Built for each scenario. */
  public ScenarioHooks(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  /** Opens the window before the first step. */
  @Before(order = 0)
  public void open(Scenario description) {
    scenario.open(description);
  }

  /** Closes it after the last, whatever happened. */
  @After(order = 0)
  public void close(Scenario description) {
    scenario.close(description);
  }
}
