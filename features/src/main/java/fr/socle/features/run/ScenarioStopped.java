package fr.socle.features.run;

/** Stops a scenario that can no longer be decided; its message is what people read. */
final class ScenarioStopped extends RuntimeException {

  ScenarioStopped(String message) {
    super(message, null, false, false);
  }
}
