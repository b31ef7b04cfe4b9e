package fr.socle.features.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run of the suite has to say: this record is {@code report.json}.
 *
 * @param format version of this form, {@value #FORMAT}
 * @param verdict verdict of the run: the worst that was reached
 * @param cause why the run is {@code indetermine}
 * @param counts scenarios by verdict
 * @param startedAt when the run began
 * @param durationMs how long it took
 * @param profile profile of {@code --require}; absent when none was asked
 * @param sources {@code toutes}, or {@code texte} for {@code --sources texte}
 * @param seed seed of the order of the scenarios; absent for the order of the files
 * @param ruleSet what was judged against
 * @param bench the bench
 * @param lps the software under test
 * @param scenarios scenarios in the order of the files
 * @param requirements every requirement of the catalogue that the profile (the demanded one, else
 *     the one the LPS says it is of) or the run concerns
 * @param usages what identity use cases cost their user, for those that were played
 * @param horsScenario exchanges that arrived outside every scenario, with their findings
 * @param horsScenarioEvidence raw files of those
 */
public record RunReport(
    String format,
    Verdict verdict,
    @Nullable Indetermination cause,
    Counts counts,
    Instant startedAt,
    long durationMs,
    @Nullable String profile,
    String sources,
    @Nullable Long seed,
    RuleSet ruleSet,
    BenchFacts bench,
    LpsFacts lps,
    List<ScenarioResult> scenarios,
    List<RequirementResult> requirements,
    List<UsageResult> usages,
    List<Exchange> horsScenario,
    List<EvidenceFile> horsScenarioEvidence) {

  /** Version of this form; a member removed or changed makes a new one. */
  public static final String FORMAT = "2";

  /** Copies the lists. */
  public RunReport {
    scenarios = List.copyOf(scenarios);
    requirements = List.copyOf(requirements);
    usages = List.copyOf(usages);
    horsScenario = List.copyOf(horsScenario);
    horsScenarioEvidence = List.copyOf(horsScenarioEvidence);
  }

  /**
   * Scenarios by verdict.
   *
   * @param conforme judged on a fact of the bench, and clean
   * @param conformeDeclare clean on the driver's word alone
   * @param reserve with reserves only
   * @param nonConforme not conform
   * @param nonCouvert not covered
   * @param indetermine undecided
   */
  public record Counts(
      int conforme,
      @JsonProperty("conforme_declare") int conformeDeclare,
      int reserve,
      @JsonProperty("non_conforme") int nonConforme,
      @JsonProperty("non_couvert") int nonCouvert,
      int indetermine) {

    /** Counts scenarios. */
    public static Counts of(List<ScenarioResult> scenarios) {
      return new Counts(
          count(scenarios, Verdict.CONFORME),
          count(scenarios, Verdict.CONFORME_DECLARE),
          count(scenarios, Verdict.RESERVE),
          count(scenarios, Verdict.NON_CONFORME),
          count(scenarios, Verdict.NON_COUVERT),
          count(scenarios, Verdict.INDETERMINE));
    }

    private static int count(List<ScenarioResult> scenarios, Verdict verdict) {
      return (int) scenarios.stream().filter(s -> s.verdict() == verdict).count();
    }
  }

  /**
   * What was judged against.
   *
   * @param version version of Socle that carries the rules
   * @param sha256 hash of the catalogue and of the feature files, hexadecimal
   */
  public record RuleSet(String version, String sha256) {}

  /**
   * The bench.
   *
   * @param url address of its control API
   * @param version version of Socle it runs; absent when it never answered
   * @param services services it offers
   * @param spaces names of the spaces that were used
   */
  public record BenchFacts(
      String url, @Nullable String version, List<String> services, List<String> spaces) {

    /** Copies the lists. */
    public BenchFacts {
      services = List.copyOf(services);
      spaces = List.copyOf(spaces);
    }
  }

  /**
   * The software under test.
   *
   * @param name its name
   * @param version its version
   * @param vendor its editor
   * @param driver kind of driver: {@code http}, {@code commande}, {@code observation}
   * @param profile profile its {@code lps.yaml} says it is of; demands nothing by itself
   * @param actions actions its driver offers
   */
  public record LpsFacts(
      String name,
      String version,
      @Nullable String vendor,
      String driver,
      @Nullable String profile,
      List<String> actions) {

    /** Copies the list. */
    public LpsFacts {
      actions = List.copyOf(actions);
    }
  }
}
