package fr.socle.features.driver;

/** The LPS does not do the action, or its driver cannot make it: the scenario is not covered. */
public final class ActionNotImplementedException extends RuntimeException {
  private final String action;

  /**
   * Built by a driver.
   *
   * @param action name of the action
   * @param message why, one French sentence
   */
  public ActionNotImplementedException(String action, String message) {
    super(message);
    this.action = action;
  }

  /** Name of the action. */
  public String action() {
    return action;
  }
}
