package fr.socle.features.run;

/**
 * The class loader of a run. It loads nothing by itself; it carries the run to whatever Cucumber
 * builds on the threads of the run (steps, hooks, plugins), which Cucumber gives no other way to
 * reach. So nothing is static, and two runs in one machine never meet.
 */
final class RunLoader extends ClassLoader {
  private final RunContext run;

  RunLoader(ClassLoader parent, RunContext run) {
    super("socle-run", parent);
    this.run = run;
  }

  /**
   * The run this thread works for.
   *
   * @throws IllegalStateException on a thread that works for none
   */
  static RunContext runOfThisThread() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (; loader != null; loader = loader.getParent()) {
      if (loader instanceof RunLoader runLoader) {
        return runLoader.run;
      }
    }
    throw new IllegalStateException("the steps of Socle only work inside SuiteRun");
  }
}
