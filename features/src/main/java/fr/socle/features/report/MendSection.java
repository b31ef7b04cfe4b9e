package fr.socle.features.report;

import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RequirementResult.Mend;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to correct, each mend once whatever the number of places that meet it.
 *
 * @param nothing what to say when nothing blocks
 * @param blocking mends of what does not conform, the most met first
 * @param reserves mends that never block
 */
record MendSection(String nothing, List<Line> blocking, List<Line> reserves) {

  /**
   * One mend.
   *
   * @param text what to change
   * @param requirements requirements it restores; words without link for an editor's own scenario
   *     that names none
   * @param met how many scenarios meet it
   * @param source what kind of text says so
   * @param detail found, expected and place, when a finding tells them
   * @param exchange link to the first exchange that shows it
   * @param scenario link to the first scenario, when no exchange shows it
   */
  record Line(
      String text,
      List<Link> requirements,
      String met,
      String source,
      @Nullable FindingLine detail,
      @Nullable Link exchange,
      @Nullable Link scenario) {}

  /** The same mend over several requirements, and scenarios that name none. */
  private static final class Gathered {
    private static final Link NO_REQUIREMENT = new Link("", "scénario sans exigence");

    private final Set<String> requirements = new LinkedHashSet<>();
    private final Set<String> scenarios = new LinkedHashSet<>();
    private final Set<RuleSource> sources = new LinkedHashSet<>();
    private boolean own;
    private @Nullable Long exchange;

    void add(RequirementResult requirement, Mend mend) {
      requirements.add(requirement.id());
      scenarios.addAll(mend.scenarios());
      sources.add(mend.source());
      shownBy(mend.exchange());
    }

    void add(ScenarioResult editorsOwn, ExpectationResult broken) {
      own = true;
      scenarios.add(editorsOwn.id());
      shownBy(broken.exchanges().isEmpty() ? null : broken.exchanges().get(0));
    }

    private void shownBy(@Nullable Long shown) {
      if (shown != null && (exchange == null || shown < exchange)) {
        exchange = shown;
      }
    }

    List<Link> restored(Anchors anchors) {
      return Stream.concat(
              Link.toRequirements(List.copyOf(requirements), anchors).stream(),
              own ? Stream.of(NO_REQUIREMENT) : Stream.of())
          .toList();
    }

    String source() {
      return French.list(
          Stream.concat(
                  sources.stream().map(Words::of), own ? Stream.of("votre scénario") : Stream.of())
              .toList());
    }
  }

  static MendSection of(RunReport run, Anchors anchors, FindingIndex findings) {
    return new MendSection(
        nothing(run), lines(run, true, anchors, findings), lines(run, false, anchors, findings));
  }

  private static String nothing(RunReport run) {
    return switch (run.verdict()) {
      case NON_COUVERT -> "Rien n'a été jugé : il n'y a rien à dire encore.";
      case INDETERMINE ->
          "Rien de bloquant n'a été trouvé, mais quelque chose a manqué : rétablissez-le, puis"
              + " rejouez.";
      default -> "Rien de bloquant n'a été trouvé.";
    };
  }

  private static List<Line> lines(
      RunReport run, boolean blocking, Anchors anchors, FindingIndex findings) {
    Map<String, Gathered> byText = new LinkedHashMap<>();
    for (RequirementResult requirement : run.requirements()) {
      List<Mend> mends =
          requirement.mends().stream().filter(mend -> mend.blocking() == blocking).toList();
      for (Mend mend : mends) {
        gather(byText, mend.text()).add(requirement, mend);
      }
      if (blocking && mends.isEmpty() && requirement.verdict() == Verdict.NON_CONFORME) {
        // No rule told what to change: the requirement itself is the best that can be said.
        Mend own =
            new Mend(
                requirement.title(), true, requirement.source(), requirement.scenarios(), null);
        gather(byText, own.text()).add(requirement, own);
      }
    }
    if (blocking) {
      gatherOwn(run, byText);
    }
    List<Line> lines = new ArrayList<>();
    byText.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().scenarios.size()))
        .forEach(entry -> lines.add(line(entry.getKey(), entry.getValue(), anchors, findings)));
    return List.copyOf(lines);
  }

  /** What an editor's own scenarios without requirement did not find makes the exit code alone. */
  private static void gatherOwn(RunReport run, Map<String, Gathered> byText) {
    for (ScenarioResult scenario : run.scenarios()) {
      if (scenario.breaksItsOwnText()) {
        scenario.expectations().stream()
            .filter(expectation -> !expectation.ok())
            .forEach(broken -> gather(byText, mend(broken)).add(scenario, broken));
      }
    }
  }

  private static String mend(ExpectationResult broken) {
    return Objects.requireNonNullElse(broken.mend(), broken.text());
  }

  private static Gathered gather(Map<String, Gathered> byText, String text) {
    return byText.computeIfAbsent(text, t -> new Gathered());
  }

  private static Line line(String text, Gathered gathered, Anchors anchors, FindingIndex findings) {
    List<String> scenarios = List.copyOf(gathered.scenarios);
    Long sequence = gathered.exchange;
    Optional<String> exchange =
        sequence == null ? Optional.empty() : anchors.exchange(scenarios, sequence);
    Optional<Link> first =
        scenarios.stream()
            .findFirst()
            .map(id -> new Link(anchors.scenario(id), "Voir le scénario"));
    return new Line(
        text,
        gathered.restored(anchors),
        scenarios.isEmpty() ? "hors scénario" : French.count(scenarios.size(), "scénario"),
        gathered.source(),
        findings.first(text).orElse(null),
        exchange.map(anchor -> new Link(anchor, "Voir l'échange n° " + sequence)).orElse(null),
        exchange.isPresent() ? null : first.orElse(null));
  }
}
