package fr.socle.app;

import fr.socle.features.model.ScenarioResult;
import fr.socle.features.report.TerminalReport;
import fr.socle.features.run.RunProgress;

/** Tells the terminal how a run goes on. */
final class TerminalProgress implements RunProgress {
  private final TerminalReport report;
  private int total;
  private int done;

  TerminalProgress(TerminalReport report) {
    this.report = report;
  }

  @Override
  public void begun(int scenarios) {
    total = scenarios;
  }

  @Override
  public void started(String name) {
    report.progress(name, done + 1, total);
  }

  @Override
  public void finished(ScenarioResult result, int number, int all) {
    done = number;
    report.finished(result.name(), result.verdict());
  }
}
