package fr.socle.features.run;

import fr.socle.bench.client.api.Health;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.features.driver.LpsConfiguration.DriverKind;
import fr.socle.features.model.Cause;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Runs the suite against one LPS and one bench, and writes the report. Nothing is kept between two
 * runs.
 */
public final class SuiteRun {
  private final RunOptions options;
  private final RequirementCatalogue catalogue;
  private final SuiteIndex suite;

  private SuiteRun(RunOptions options, RequirementCatalogue catalogue, SuiteIndex suite) {
    this.options = options;
    this.catalogue = catalogue;
    this.suite = suite;
  }

  /**
   * Runs the suite with the catalogue of this version.
   *
   * @return what {@code report.json} holds, written under {@link RunOptions#out()}
   * @throws RunOptionsException if the options cannot be used
   * @throws fr.socle.exigences.UnknownRequirementException if there is no such profile
   */
  public static RunReport run(RunOptions options) {
    return run(options, RequirementCatalogue.load());
  }

  static RunReport run(RunOptions options, RequirementCatalogue catalogue) {
    return run(options, catalogue, SuiteIndex.load(options.features()));
  }

  /**
   * Runs a suite that was read before: many runs of the same suite read it once.
   *
   * @param suite scenarios that the report counts a requirement as covered by; those played are
   *     looked for in the files of the options alone
   */
  static RunReport run(RunOptions options, RequirementCatalogue catalogue, SuiteIndex suite) {
    return new SuiteRun(options, catalogue, suite).run();
  }

  private RunReport run() {
    if (options.profile() != null) {
      catalogue.ofProfile(options.profile()); // an unknown profile is told before anything starts
    }
    prepareDirectory();
    Instant startedAt = options.clock().instant();
    Launcher launcher = SuiteIndex.launcher();
    try (Ground ground = Ground.prepare(options)) {
      TestPlan plan =
          launcher.discover(
              SuiteIndex.request(options.features(), options.tags(), parameters(ground.width())));
      RunReporter reporter = new RunReporter(options, catalogue, suite, ground, startedAt);
      if (ground.failure().isPresent()) {
        return reporter.report(List.of(), ground.failure());
      }
      boolean observed = options.lps().driver() == DriverKind.OBSERVATION;
      int total = observed ? 1 : (int) plan.countTestIdentifiers(TestIdentifier::isTest);
      Results results = new Results(options.progress(), total);
      RunContext context = context(ground, results);
      options.progress().begun(total);
      Optional<Indetermination> trouble =
          observed ? observe(context) : play(launcher, plan, context);
      return reporter.report(results.inFileOrder(), trouble);
    }
  }

  private RunContext context(Ground ground, Results results) {
    return new RunContext(
        options,
        ground.bench(),
        ground.pool(),
        catalogue,
        results,
        ground.health().map(Health::services).orElse(List.of()));
  }

  private static Optional<Indetermination> observe(RunContext context) {
    new Observation(context).watch();
    return death(context);
  }

  private static Optional<Indetermination> death(RunContext context) {
    return context.health().death().map(message -> new Indetermination(Cause.BANC, message));
  }

  private static Optional<Indetermination> play(
      Launcher launcher, TestPlan plan, RunContext context) {
    Troubles troubles = new Troubles();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new RunLoader(before, context));
    try {
      launcher.execute(plan, troubles);
    } finally {
      thread.setContextClassLoader(before);
    }
    return death(context).or(() -> troubles.told(plan, context.results().inFileOrder()));
  }

  private Map<String, String> parameters(int width) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("cucumber.glue", "fr.socle.features.etapes");
    parameters.put(
        "cucumber.plugin",
        "message:%s,junit:%s,%s"
            .formatted(
                options.out().resolve("messages.ndjson"),
                options.out().resolve("junit.xml"),
                RunEvents.class.getName()));
    parameters.put("cucumber.ansi-colors.disabled", "true");
    if (options.seed() != null) {
      parameters.put("cucumber.execution.order", "random");
      parameters.put("cucumber.execution.order.random.seed", options.seed().toString());
    }
    if (width > 1) {
      parameters.put("cucumber.execution.parallel.enabled", "true");
      parameters.put("cucumber.execution.parallel.config.strategy", "fixed");
      parameters.put(
          "cucumber.execution.parallel.config.fixed.parallelism", Integer.toString(width));
      parameters.put(
          "cucumber.execution.parallel.config.fixed.max-pool-size", Integer.toString(width));
    }
    return parameters;
  }

  private void prepareDirectory() {
    Path out = options.out();
    if (out.toString().contains(",")) {
      throw new RunOptionsException(
          "Le dossier du rapport ne peut pas avoir de virgule dans son chemin : " + out);
    }
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new RunOptionsException(
          "Le dossier du rapport ne peut pas être créé : " + out + ". Vérifiez ses droits.");
    }
  }

  /** Hears of what went wrong outside the steps: a feature file that does not read, a lost test. */
  private static final class Troubles implements TestExecutionListener {
    private final List<String> messages = new ArrayList<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isContainer()) {
        result
            .getThrowable()
            .ifPresent(error -> messages.add(test.getDisplayName() + " : " + error.getMessage()));
      }
    }

    synchronized Optional<Indetermination> told(TestPlan plan, List<ScenarioResult> results) {
      long expected = plan.countTestIdentifiers(TestIdentifier::isTest);
      if (messages.isEmpty() && results.size() < expected) {
        messages.add("%d scénarios sur %d ont été joués".formatted(results.size(), expected));
      }
      return messages.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Indetermination(Cause.BANC, "Erreur de Socle : " + String.join(" ; ", messages)));
    }
  }
}
