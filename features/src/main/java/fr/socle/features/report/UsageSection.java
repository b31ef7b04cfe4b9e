package fr.socle.features.report;

import fr.socle.features.model.ActionCall;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.UsageResult;
import fr.socle.features.model.UsageResult.Cost;
import fr.socle.features.model.UsageResult.Play;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What identity use cases cost their user.
 *
 * @param uses one a use case; none when the run played none
 */
record UsageSection(List<Use> uses) {
  private static final String UNDECLARED = "non déclaré";

  /**
   * One use case.
   *
   * @param title what the user gets done
   * @param lines one a play
   * @param actions where the gestures go, action by action, of the first play; empty when no play
   *     was measured
   */
  record Use(String title, List<Line> lines, String actions) {}

  /**
   * One play.
   *
   * @param latency when INSi answers
   * @param measured whether its result was reached; the four figures are empty otherwise
   * @param repeats whether INSi was asked the same thing again
   */
  record Line(
      String latency,
      boolean measured,
      String steps,
      String calls,
      String duplicates,
      boolean repeats,
      String duration,
      String style,
      String mark,
      String verdict,
      Link scenario) {}

  static UsageSection of(RunReport run, Anchors anchors) {
    return new UsageSection(run.usages().stream().map(use -> use(run, use, anchors)).toList());
  }

  private static Use use(RunReport run, UsageResult use, Anchors anchors) {
    List<Line> lines = use.plays().stream().map(play -> line(play, anchors)).toList();
    String actions =
        use.plays().stream()
            .filter(play -> play.cost() != null)
            .findFirst()
            .map(play -> actions(run, play.scenario()))
            .orElse("");
    return new Use(use.title(), lines, actions);
  }

  private static Line line(Play play, Anchors anchors) {
    Cost cost = play.cost();
    String anchor = anchors.scenario(play.scenario());
    return new Line(
        play.insiLatencyMs() == 0
            ? "aussitôt"
            : "en " + French.duration(Duration.ofMillis(play.insiLatencyMs())),
        cost != null,
        cost == null ? "" : steps(cost),
        cost == null ? "" : French.grouped(cost.calls()),
        cost == null ? "" : duplicates(cost),
        cost != null && cost.duplicates() > 0,
        cost == null ? "" : French.duration(Duration.ofMillis(cost.durationMs())),
        Words.style(play.verdict()),
        Words.mark(play.verdict()),
        Words.ofScenario(play.verdict()),
        new Link(anchor, anchor.replaceFirst("^s", "n° ")));
  }

  private static String steps(Cost cost) {
    Integer steps = cost.userSteps();
    return steps == null ? UNDECLARED : French.grouped(steps);
  }

  /** A call that cannot be read may ask what another asked: the count is then the least. */
  private static String duplicates(Cost cost) {
    if (cost.unread() == 0 || cost.calls() == 1) {
      return French.grouped(cost.duplicates());
    }
    return cost.duplicates() == 0 ? "inconnu" : "≥ " + French.grouped(cost.duplicates());
  }

  /** Gestures by action, in the order of the first of each. */
  private static String actions(RunReport run, String scenario) {
    Map<String, List<ActionCall>> byName = new LinkedHashMap<>();
    run.scenarios().stream()
        .filter(one -> one.id().equals(scenario))
        .map(ScenarioResult::userActions)
        .forEach(
            calls ->
                calls.forEach(
                    call ->
                        byName.computeIfAbsent(call.name(), name -> new ArrayList<>()).add(call)));
    List<String> parts = new ArrayList<>();
    byName.forEach((name, calls) -> parts.add(name + " : " + stepsOf(calls)));
    return parts.isEmpty() ? "" : "Gestes par action : " + String.join(" ; ", parts) + ".";
  }

  private static String stepsOf(List<ActionCall> calls) {
    boolean told = calls.stream().allMatch(call -> call.userSteps() != null);
    Integer sum = told ? ActionCall.declaredSteps(calls) : null;
    return sum == null ? UNDECLARED : French.grouped(sum);
  }
}
