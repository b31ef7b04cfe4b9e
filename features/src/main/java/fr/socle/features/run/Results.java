package fr.socle.features.run;

import fr.socle.features.model.ScenarioResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the results of the scenarios and tells the listener, one at a time. Thread-safe. */
final class Results {
  private final RunProgress progress;
  private final int total;
  private final List<ScenarioResult> done = new ArrayList<>();

  Results(RunProgress progress, int total) {
    this.progress = progress;
    this.total = total;
  }

  synchronized void begin(String name) {
    progress.started(name);
  }

  synchronized void add(ScenarioResult result) {
    done.add(result);
    progress.finished(result, done.size(), total);
  }

  /** All results, in the order of the files. */
  synchronized List<ScenarioResult> inFileOrder() {
    return done.stream()
        .sorted(Comparator.comparing(ScenarioResult::uri).thenComparing(ScenarioResult::line))
        .toList();
  }
}
