package fr.socle.features.run;

import fr.socle.bench.client.BenchClient;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.VerdictLaw;
import java.util.Collection;
import java.util.Set;

/** What the scenarios of a run share. Everything in it is safe for use by several threads. */
final class RunContext {
  private final RunOptions options;
  private final BenchClient bench;
  private final SpacePool pool;
  private final RequirementCatalogue catalogue;
  private final VerdictLaw law;
  private final BenchHealth health = new BenchHealth();
  private final ScenarioTexts texts = new ScenarioTexts();
  private final Results results;
  private final Set<String> services;

  /**
   * What the scenarios of a run share.
   *
   * @param services services the bench offers
   */
  RunContext(
      RunOptions options,
      BenchClient bench,
      SpacePool pool,
      RequirementCatalogue catalogue,
      Results results,
      Collection<String> services) {
    this.options = options;
    this.bench = bench;
    this.pool = pool;
    this.catalogue = catalogue;
    this.law = new VerdictLaw(options.sources());
    this.results = results;
    this.services = Set.copyOf(services);
  }

  RunOptions options() {
    return options;
  }

  BenchClient bench() {
    return bench;
  }

  SpacePool pool() {
    return pool;
  }

  RequirementCatalogue catalogue() {
    return catalogue;
  }

  VerdictLaw law() {
    return law;
  }

  BenchHealth health() {
    return health;
  }

  ScenarioTexts texts() {
    return texts;
  }

  Results results() {
    return results;
  }

  /** Services the bench offers. */
  Set<String> services() {
    return services;
  }
}
