package fr.socle.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.spi.MockService;
import fr.socle.exigences.ExpectedEvidence;
import fr.socle.exigences.Requirement;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.Rule;
import fr.socle.features.run.SuiteIndex;
import fr.socle.lps.mutant.MutantSheet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code socle requirements}: the catalogue and what covers it. */
@Command(name = "requirements", description = "Le catalogue des exigences et ce qui les couvre.")
final class RequirementsCommand implements Callable<Integer> {
  @Option(names = "--uncovered", description = "Seulement celles que rien ne couvre.")
  private boolean uncovered;

  @Option(names = "--json", description = "En JSON, pour un programme.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /**
   * One requirement and what covers it.
   *
   * @param evidence what an editor shows to whoever audits him, null where no source says it
   */
  record Row(
      String id,
      int wave,
      String chapter,
      String level,
      String verification,
      List<String> scenarios,
      List<String> checks,
      List<String> mutants,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String evidence) {}

  @Override
  public Integer call() throws JsonProcessingException {
    List<Row> rows =
        rows().stream()
            .filter(row -> !uncovered || (row.scenarios().isEmpty() && row.checks().isEmpty()))
            .toList();
    Terminal out = Terminal.of(spec);
    if (json) {
      out.line(
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
      return ExitStatus.OK;
    }
    Map<String, Requirement> byId = new TreeMap<>();
    RequirementCatalogue.load().all().forEach(r -> byId.put(r.id(), r));
    for (Row row : rows) {
      Requirement requirement = byId.get(row.id());
      out.line(
          "%-14s %-8s %-8s %2d scénario(s) %2d contrôle(s) %2d mutant(s)  %s"
              .formatted(
                  row.id(),
                  row.level(),
                  row.verification(),
                  row.scenarios().size(),
                  row.checks().size(),
                  row.mutants().size(),
                  requirement == null ? "" : requirement.title()));
      if (row.evidence() != null) {
        out.line("               à l'audit : " + row.evidence());
      }
    }
    out.line(rows.size() + " exigence(s).");
    return ExitStatus.OK;
  }

  /** The whole catalogue with its coverage. */
  static List<Row> rows() {
    Map<String, List<String>> scenarios = SuiteIndex.load().byRequirement();
    Map<String, Set<String>> checks = new TreeMap<>();
    for (MockService service : ServiceLoader.load(MockService.class)) {
      service.checks().rules().forEach(rule -> index(rule, checks));
    }
    Map<String, Set<String>> mutants = new TreeMap<>();
    for (MutantSheet sheet : MutantSheet.all()) {
      sheet
          .breaks()
          .forEach(id -> mutants.computeIfAbsent(id, i -> new TreeSet<>()).add(sheet.id()));
    }
    ExpectedEvidence evidence = ExpectedEvidence.load();
    return RequirementCatalogue.load().all().stream()
        .map(
            r ->
                new Row(
                    r.id(),
                    r.wave(),
                    r.chapter(),
                    r.level().name(),
                    r.verification().name().toLowerCase(Locale.ROOT),
                    scenarios.getOrDefault(r.id(), List.of()),
                    List.copyOf(checks.getOrDefault(r.id(), Set.of())),
                    List.copyOf(mutants.getOrDefault(r.id(), Set.of())),
                    evidence.of(r.id()).orElse(null)))
        .toList();
  }

  private static void index(Rule rule, Map<String, Set<String>> checks) {
    rule.requirements()
        .forEach(id -> checks.computeIfAbsent(id, i -> new TreeSet<>()).add(rule.id()));
  }
}
