package fr.socle.features.run;

import fr.socle.bench.client.BenchRefusedException;
import fr.socle.bench.client.BenchUnavailableException;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Health;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.Verdict;
import fr.socle.exigences.VerdictLaw;
import fr.socle.exigences.VerdictLaw.SourcePolicy;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.model.Cause;
import fr.socle.features.model.EvidenceFile;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.RunReport.BenchFacts;
import fr.socle.features.model.RunReport.Counts;
import fr.socle.features.model.RunReport.LpsFacts;
import fr.socle.features.model.ScenarioResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the results of a run into its report, and writes it. */
final class RunReporter {
  // What a run is called when its parts differ: the gravest word of the law, then the least sure.
  private static final List<Verdict> GRAVEST_FIRST =
      List.of(
          Verdict.NON_CONFORME,
          Verdict.INDETERMINE,
          Verdict.RESERVE,
          Verdict.CONFORME,
          Verdict.CONFORME_DECLARE);

  private final RunOptions options;
  private final RequirementCatalogue catalogue;
  private final SuiteIndex suite;
  private final Ground ground;
  private final Instant startedAt;

  RunReporter(
      RunOptions options,
      RequirementCatalogue catalogue,
      SuiteIndex suite,
      Ground ground,
      Instant startedAt) {
    this.options = options;
    this.catalogue = catalogue;
    this.suite = suite;
    this.ground = ground;
    this.startedAt = startedAt;
  }

  RunReport report(List<ScenarioResult> scenarios, Optional<Indetermination> trouble) {
    List<Exchange> outside = new ArrayList<>();
    List<EvidenceFile> files = new ArrayList<>();
    Optional<Indetermination> cause = trouble;
    try {
      Evidence evidence = new Evidence(options.out());
      for (OutsideWatch watch : ground.watches()) {
        Traffic traffic = watch.traffic();
        outside.addAll(traffic.exchanges());
        files.addAll(
            evidence.write(
                "hors-scenario-" + watch.spaceName(), traffic.exchanges(), traffic.raw()));
      }
    } catch (BenchUnavailableException | BenchRefusedException e) {
      cause =
          cause.or(
              () -> Optional.of(new Indetermination(Cause.BANC, String.valueOf(e.getMessage()))));
    }
    List<RequirementResult> requirements =
        new RequirementLedgers(catalogue, new VerdictLaw(options.sources()))
            .judge(
                scenarios,
                outside,
                options.lps().profile(),
                options.profile(),
                suite.byRequirement().keySet());
    RunReport report = report(scenarios, cause, outside, files, requirements);
    new ReportFiles(options.out()).write(report, ground.spaces());
    return report;
  }

  private RunReport report(
      List<ScenarioResult> scenarios,
      Optional<Indetermination> cause,
      List<Exchange> outside,
      List<EvidenceFile> files,
      List<RequirementResult> requirements) {
    Optional<Health> health = ground.health();
    Verdict verdict = verdict(scenarios, requirements, cause);
    return new RunReport(
        RunReport.FORMAT,
        verdict,
        cause
            .or(
                () ->
                    verdict == Verdict.INDETERMINE
                        ? Indetermination.mostShared(scenarios)
                        : Optional.empty())
            .orElse(null),
        Counts.of(scenarios),
        startedAt,
        Duration.between(startedAt, options.clock().instant()).toMillis(),
        options.profile(),
        options.sources() == SourcePolicy.TEXT_ONLY ? "texte" : "toutes",
        options.seed(),
        RuleSetHash.of(catalogue, suite, health.map(Health::version).orElse("inconnue")),
        new BenchFacts(
            options.bench().toString(),
            health.map(Health::version).orElse(null),
            health.map(Health::services).orElse(List.of()),
            ground.watches().stream().map(OutsideWatch::spaceName).toList()),
        lps(),
        scenarios,
        requirements,
        UsageCosts.of(scenarios),
        outside,
        files);
  }

  private LpsFacts lps() {
    Capabilities.LpsIdentity written = options.lps().lps();
    Capabilities.LpsIdentity said = ground.capabilities().map(Capabilities::lps).orElse(written);
    return new LpsFacts(
        said.nom(),
        said.version(),
        said.editeur() == null ? written.editeur() : said.editeur(),
        options.lps().driver().label(),
        options.lps().profile(),
        ground.capabilities().map(Capabilities::actions).orElse(List.of()));
  }

  private static Verdict verdict(
      List<ScenarioResult> scenarios,
      List<RequirementResult> requirements,
      Optional<Indetermination> cause) {
    Set<Verdict> reached =
        Stream.concat(
                scenarios.stream().map(ScenarioResult::verdict),
                requirements.stream().map(RequirementResult::verdict))
            .collect(Collectors.toSet());
    if (cause.isPresent()) {
      reached.add(Verdict.INDETERMINE);
    }
    return GRAVEST_FIRST.stream().filter(reached::contains).findFirst().orElse(Verdict.NON_COUVERT);
  }
}
