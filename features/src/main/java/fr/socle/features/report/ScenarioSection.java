package fr.socle.features.report;

import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.StepText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios, as their reader wrote them.
 *
 * @param cards one a scenario
 * @param verdicts verdicts that occur, for the filter
 */
record ScenarioSection(List<Card> cards, List<MatrixSection.Choice> verdicts) {

  /**
   * One scenario.
   *
   * @param number rank in the report
   * @param place feature file and line
   * @param explanation why it is not covered or undecided, empty otherwise
   * @param steps its text with, under each step, what it expected
   * @param findings findings on the requirements it is tagged with
   * @param annexes other findings
   * @param exchanges how many exchanges, and where they are shown
   */
  record Card(
      String anchor,
      int number,
      String name,
      String feature,
      String place,
      String style,
      String mark,
      String verdict,
      String duration,
      List<Link> requirements,
      String explanation,
      List<Step> steps,
      List<FindingLine> findings,
      List<FindingLine> annexes,
      SequenceDiagram diagram,
      List<Action> actions,
      String userSteps,
      Link exchanges) {}

  /** One step and what it expected. */
  record Step(
      String keyword,
      String text,
      boolean background,
      String outcome,
      List<Expectation> expectations) {}

  /** One expectation. */
  record Expectation(
      String style,
      String mark,
      String word,
      String text,
      String basis,
      String found,
      String mend,
      List<Link> exchanges) {}

  /** One action asked of the LPS. */
  record Action(
      String name,
      String status,
      String duration,
      String userSteps,
      String message,
      String picture) {}

  static ScenarioSection of(RunReport run, Anchors anchors, FindingIndex findings) {
    List<Card> cards = new ArrayList<>();
    Breach breach = Breach.of(run);
    for (ScenarioResult scenario : run.scenarios()) {
      cards.add(card(cards.size() + 1, scenario, anchors, findings, breach));
    }
    List<MatrixSection.Choice> verdicts =
        Stream.of(Verdict.values())
            .filter(verdict -> run.scenarios().stream().anyMatch(s -> s.verdict() == verdict))
            .map(v -> new MatrixSection.Choice(Words.style(v), Words.ofScenario(v)))
            .toList();
    return new ScenarioSection(List.copyOf(cards), verdicts);
  }

  /** Findings of a scenario, on its requirements and on others. */
  static List<Finding> allFindings(ScenarioResult scenario) {
    return Stream.concat(scenario.findings().stream(), scenario.annexes().stream()).toList();
  }

  /** A status of the driver contract, in words. */
  static String statusOf(String status) {
    return switch (status) {
      case "fait" -> "fait";
      case "refuse" -> "refusé";
      case "echec" -> "échec";
      case "non-implemente" -> "non proposé par le pilote";
      case "sans-reponse" -> "sans réponse du pilote";
      default -> status;
    };
  }

  private static Card card(
      int number, ScenarioResult scenario, Anchors anchors, FindingIndex findings, Breach breach) {
    String anchor = anchors.scenario(scenario.id());
    return new Card(
        anchor,
        number,
        scenario.name(),
        scenario.feature(),
        scenario.uri().replaceFirst("^(?:classpath|file):", "") + ":" + scenario.line(),
        Words.style(scenario.verdict()),
        Words.mark(scenario.verdict()),
        Words.ofScenario(scenario.verdict()),
        French.duration(Duration.ofMillis(scenario.durationMs())),
        Link.toRequirements(scenario.requirements(), anchors),
        explanation(scenario),
        steps(scenario, anchors, breach),
        findings.lines(scenario.findings(), scenario.id()),
        findings.lines(scenario.annexes(), scenario.id()),
        SequenceDiagram.of(scenario, anchors, findings),
        scenario.actions().stream().map(ScenarioSection::action).toList(),
        declared(scenario.userSteps(), "geste déclaré", "gestes déclarés"),
        new Link(
            scenario.exchanges().isEmpty() ? "" : anchor + "-x",
            French.count(scenario.exchanges().size(), "échange")));
  }

  private static String explanation(ScenarioResult scenario) {
    Indetermination cause = scenario.cause();
    String reason = scenario.reason();
    if (cause != null) {
      return MissingCause.text(cause);
    }
    return reason == null ? "" : reason;
  }

  private static List<Step> steps(ScenarioResult scenario, Anchors anchors, Breach breach) {
    List<Step> steps = new ArrayList<>();
    List<ExpectationResult> left = new ArrayList<>(scenario.expectations());
    for (StepText step : scenario.steps()) {
      List<ExpectationResult> own =
          left.stream().filter(expectation -> expectation.line() == step.line()).toList();
      left.removeAll(own);
      steps.add(
          new Step(
              step.keyword(),
              step.text(),
              step.background(),
              outcomeOf(step.outcome()),
              own.stream().map(e -> expectation(e, scenario, anchors, breach)).toList()));
    }
    if (!left.isEmpty()) {
      steps.add(
          new Step(
              "",
              "À la fin du scénario",
              false,
              "",
              left.stream().map(e -> expectation(e, scenario, anchors, breach)).toList()));
    }
    return List.copyOf(steps);
  }

  private static String outcomeOf(StepText.Outcome outcome) {
    return switch (outcome) {
      case JOUE -> "";
      case ARRETE -> "le scénario s'arrête ici";
      case NON_JOUE -> "non joué";
    };
  }

  private static Expectation expectation(
      ExpectationResult expectation, ScenarioResult scenario, Anchors anchors, Breach breach) {
    Verdict verdict = expectation.ok() ? Verdict.CONFORME : breach.of(expectation);
    return new Expectation(
        Words.style(verdict),
        Words.mark(verdict),
        expectation.ok() ? "constaté" : "non constaté",
        expectation.text(),
        Words.of(expectation.basis()),
        Objects.requireNonNullElse(expectation.found(), ""),
        Objects.requireNonNullElse(expectation.mend(), ""),
        expectation.exchanges().stream()
            .flatMap(
                n ->
                    anchors.exchange(scenario.id(), n).stream()
                        .map(anchor -> new Link(anchor, "n° " + n)))
            .toList());
  }

  /** What a driver does not declare is not zero. */
  private static String declared(@Nullable Integer steps, String singular, String plural) {
    return steps == null ? "non déclaré" : French.count(steps, singular, plural);
  }

  private static Action action(ActionCall action) {
    return new Action(
        action.name(),
        statusOf(action.status()),
        French.duration(Duration.between(action.startedAt(), action.endedAt())),
        declared(action.userSteps(), "geste", "gestes"),
        Objects.requireNonNullElse(action.message(), ""),
        Objects.requireNonNullElse(action.picture(), ""));
  }
}
