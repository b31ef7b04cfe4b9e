package fr.socle.features.run;

/** The run that steps and hooks belong to; made anew for each scenario by the object factory. */
public final class CurrentRun {
  private final RunContext context;

  /** Takes the run of this thread. */
  public CurrentRun() {
    this.context = RunLoader.runOfThisThread();
  }

  RunContext context() {
    return context;
  }
}
