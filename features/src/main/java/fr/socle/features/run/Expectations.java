package fr.socle.features.run;

import fr.socle.features.model.ExpectationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Records the expectations of a scenario and lets it go on, whatever they find. Used by the thread
 * of the scenario alone.
 */
public final class Expectations {
  private final Fate fate;
  private final BenchSpace bench;
  private final List<String> requirements;
  private final IntSupplier line;
  private final List<ExpectationResult> recorded = new ArrayList<>();
  private final List<Deferred> deferred = new ArrayList<>();

  Expectations(Fate fate, BenchSpace bench, List<String> requirements, IntSupplier line) {
    this.fate = fate;
    this.bench = bench;
    this.requirements = List.copyOf(requirements);
    this.line = line;
  }

  private record Deferred(int line, Function<Traffic, Expectation> reading) {}

  /** The requirements that the scenario names. */
  public List<String> requirements() {
    return requirements;
  }

  /** Records an expectation. It never stops the scenario; a dead bench does. */
  public void add(Expectation expectation) {
    if (!expectation.met()) {
      // What a dead bench makes an LPS do is not the LPS's fault.
      bench.confirmAlive();
    }
    record(expectation, line.getAsInt());
  }

  /**
   * Records an expectation on everything the services received, read when the window is closed and
   * the space quiet: what is absent then stayed absent.
   */
  public void atClose(Function<Traffic, Expectation> reading) {
    deferred.add(new Deferred(line.getAsInt(), reading));
  }

  /** Reads what was deferred; a scenario that did not go to its end has nothing to say of it. */
  void close(Traffic traffic) {
    if (fate.stopped()) {
      return;
    }
    for (Deferred later : deferred) {
      record(later.reading().apply(traffic), later.line());
    }
  }

  /** Whether something was to be read at the end, when nothing more can arrive. */
  boolean waitedForTheEnd() {
    return !deferred.isEmpty();
  }

  /** Takes back what does not hold: something that is not the LPS failed meanwhile. */
  void withdrawBreaches() {
    recorded.removeIf(expectation -> !expectation.ok());
  }

  List<ExpectationResult> recorded() {
    return List.copyOf(recorded);
  }

  private void record(Expectation expectation, int at) {
    // A step that is about other requirements than those of its scenario judges none of them: its
    // breach would lend them a source that is not theirs.
    List<String> judged =
        expectation.judges().isEmpty()
            ? requirements
            : requirements.stream().filter(expectation.judges()::contains).toList();
    recorded.add(
        new ExpectationResult(
            expectation.text(),
            expectation.basis(),
            expectation.met(),
            judged,
            at,
            expectation.found(),
            expectation.mend(),
            expectation.exchanges()));
  }
}
