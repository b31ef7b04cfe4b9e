package fr.socle.features.model;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One scenario, played once.
 *
 * @param id stable identifier: feature file without extension, {@code :}, line, such as {@code
 *     insi/qualification:12}
 * @param name name of the scenario; for a row of a plan, with the values of the row
 * @param feature title of the feature
 * @param uri feature file, such as {@code classpath:fr/socle/features/insi/qualification.feature}
 * @param line line of the scenario, or of the row of its examples
 * @param tags tags with their {@code @}
 * @param requirements identifiers of the requirements it is tagged with
 * @param verdict verdict by the law of the house
 * @param cause why it is {@code indetermine}
 * @param reason why it is {@code non_couvert}, French
 * @param startedAt when it began
 * @param durationMs how long it took
 * @param space name of the space it was played in; absent when it never reached one
 * @param steps its text as written
 * @param expectations what it looked at
 * @param exchanges what the services of the space received meanwhile, in order
 * @param findings findings on the requirements it is tagged with
 * @param annexes other findings
 * @param actions actions asked of the LPS
 * @param timeline what was arranged elsewhere
 * @param userSteps user steps declared by the driver over all actions; absent when it declares none
 * @param evidence raw files
 */
public record ScenarioResult(
    String id,
    String name,
    String feature,
    String uri,
    int line,
    List<String> tags,
    List<String> requirements,
    Verdict verdict,
    @Nullable Indetermination cause,
    @Nullable String reason,
    Instant startedAt,
    long durationMs,
    @Nullable String space,
    List<StepText> steps,
    List<ExpectationResult> expectations,
    List<Exchange> exchanges,
    List<Finding> findings,
    List<Finding> annexes,
    List<ActionCall> actions,
    List<TimelineEvent> timeline,
    @Nullable Integer userSteps,
    List<EvidenceFile> evidence) {
  /** Actions of the suite, and what comes from elsewhere: nobody at the machine does them. */
  private static final Set<String> NOBODY_S =
      Set.of("reinitialiser", "configurer", "recevoir-identite");

  /** Copies the lists. */
  public ScenarioResult {
    tags = List.copyOf(tags);
    requirements = List.copyOf(requirements);
    steps = List.copyOf(steps);
    expectations = List.copyOf(expectations);
    exchanges = List.copyOf(exchanges);
    findings = List.copyOf(findings);
    annexes = List.copyOf(annexes);
    actions = List.copyOf(actions);
    timeline = List.copyOf(timeline);
    evidence = List.copyOf(evidence);
  }

  /** The actions that stand for what a user does: those of the suite and of others left out. */
  public List<ActionCall> userActions() {
    return actions.stream().filter(action -> !NOBODY_S.contains(action.name())).toList();
  }

  /** Whether it is an editor's own, that names no requirement, and does not hold. */
  public boolean breaksItsOwnText() {
    return requirements.isEmpty() && verdict == Verdict.NON_CONFORME;
  }
}
