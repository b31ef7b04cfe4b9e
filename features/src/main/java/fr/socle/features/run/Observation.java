package fr.socle.features.run;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.ScenarioResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches a space while nobody drives the LPS. No scenario is played; the stay has the form of one,
 * without requirements of its own: whatever is found counts against the requirements of the rules.
 */
final class Observation {
  private final RunContext run;
  private final Clock clock;

  Observation(RunContext run) {
    this.run = run;
    this.clock = run.options().clock();
  }

  /** Holds a window open for the time the configuration says. */
  void watch() {
    Instant startedAt = clock.instant();
    String name = "Observation du LPS";
    run.results().begin(name);
    Fate fate = new Fate();
    Place place = run.pool().take();
    try {
      run.results().add(watched(name, startedAt, fate, place));
    } catch (ScenarioStopped e) {
      run.results().add(result(name, startedAt, fate, Gathered.nothing(), place));
    } finally {
      run.pool().giveBack(place);
    }
  }

  private ScenarioResult watched(String name, Instant startedAt, Fate fate, Place place) {
    BenchSpace bench =
        BenchSpace.of(
            place, Map.of(), new BenchSpace.Access(run.bench(), run.health()), fate, clock);
    Stay stay =
        new Stay(
            place,
            bench,
            new Software(place, fate, clock),
            new Expectations(fate, bench, List.of(), () -> 0),
            bench.openWindow(name));
    waitFor(run.options().lps().limit());
    return result(name, startedAt, fate, Gathered.from(stay), place);
  }

  private void waitFor(Duration duration) {
    Instant end = clock.instant().plus(duration);
    while (clock.instant().isBefore(end) && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkUntil(this, end.toEpochMilli());
    }
  }

  private ScenarioResult result(
      String name, Instant startedAt, Fate fate, Gathered gathered, Place place) {
    String id = "observation";
    return new ScenarioResult(
        id,
        name,
        name,
        id,
        0,
        List.of(),
        List.of(),
        fate.undecided() == null ? Verdict.NON_COUVERT : Verdict.INDETERMINE,
        fate.undecided(),
        "Personne ne pilote le LPS : ce qu'il envoie est jugé, aucun scénario n'est joué.",
        startedAt,
        Duration.between(startedAt, clock.instant()).toMillis(),
        place.spaces().get(0).name(),
        List.of(),
        List.of(),
        gathered.traffic().exchanges(),
        List.of(),
        gathered.findings(),
        List.of(),
        List.of(),
        null,
        new Evidence(run.options().out())
            .write(id, gathered.traffic().exchanges(), gathered.traffic().raw()));
  }
}
