package fr.socle.features.report;

import fr.socle.exigences.Basis;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requirements by chapter.
 *
 * @param chapters chapters in the order of the catalogue
 * @param filters filters that are worth showing: those with a choice
 */
record MatrixSection(List<Chapter> chapters, List<Filter> filters) {

  /**
   * One chapter: a row of squares, and as many lines below.
   *
   * @param lines all its requirements, in the order of the catalogue
   * @param judged those the run has something to say of
   * @param notCovered the others, folded so that they do not bury the first
   */
  record Chapter(
      String name, String counts, List<Line> lines, List<Line> judged, List<Line> notCovered) {

    static Chapter of(String name, String counts, List<Line> lines) {
      String style = Words.style(Verdict.NON_COUVERT);
      return new Chapter(
          name,
          counts,
          lines,
          lines.stream().filter(line -> !line.style().equals(style)).toList(),
          lines.stream().filter(line -> line.style().equals(style)).toList());
    }
  }

  /**
   * One requirement.
   *
   * @param keys what the filters look at: wave, level, verdict, basis, sources
   */
  record Line(
      String anchor,
      String id,
      String title,
      String style,
      String mark,
      String verdict,
      String wave,
      String level,
      String basis,
      String sources,
      List<Link> scenarios,
      Keys keys) {}

  /** What the filters look at. */
  record Keys(String wave, String level, String verdict, String basis, String sources) {}

  /** One filter. */
  record Filter(String name, String label, List<Choice> choices) {}

  /** One choice of a filter. */
  record Choice(String key, String text) {}

  /** Names of scenarios shown before the rest is only counted. */
  private static final int SCENARIOS_SHOWN = 6;

  static MatrixSection of(RunReport run, Anchors anchors) {
    Map<String, List<RequirementResult>> byChapter = new LinkedHashMap<>();
    for (RequirementResult requirement : run.requirements()) {
      byChapter.computeIfAbsent(requirement.chapter(), c -> new ArrayList<>()).add(requirement);
    }
    List<Chapter> chapters = new ArrayList<>();
    byChapter.forEach(
        (name, list) ->
            chapters.add(
                Chapter.of(name, counts(list), list.stream().map(r -> line(r, anchors)).toList())));
    return new MatrixSection(List.copyOf(chapters), filters(run.requirements()));
  }

  private static Line line(RequirementResult requirement, Anchors anchors) {
    Basis basis = requirement.basis();
    return new Line(
        anchors.requirement(requirement.id()).orElse(""),
        requirement.id(),
        requirement.title(),
        Words.style(requirement.verdict()),
        Words.mark(requirement.verdict()),
        Words.ofRequirement(requirement.verdict()),
        wave(requirement.wave()),
        Words.of(requirement.level()),
        basis == null ? "" : Words.of(basis),
        French.list(sources(requirement).stream().map(Words::of).toList()),
        scenarios(requirement, anchors),
        new Keys(
            Integer.toString(requirement.wave()),
            requirement.level().name(),
            Words.style(requirement.verdict()),
            basis == null ? "-" : basis.label(),
            String.join(" ", sources(requirement).stream().map(Enum::name).toList())));
  }

  /** What judged it; where nothing did, where the requirement itself is read. */
  private static List<RuleSource> sources(RequirementResult requirement) {
    return requirement.judgedBy().isEmpty()
        ? List.of(requirement.source())
        : requirement.judgedBy();
  }

  private static List<Link> scenarios(RequirementResult requirement, Anchors anchors) {
    List<Link> links = new ArrayList<>();
    for (String id : requirement.scenarios()) {
      String anchor = anchors.scenario(id);
      if (links.size() < SCENARIOS_SHOWN) {
        links.add(new Link(anchor, anchor.replaceFirst("^s", "n° ")));
      }
    }
    int hidden = requirement.scenarios().size() - links.size();
    if (hidden > 0) {
      links.add(new Link("", French.count(hidden, "autre")));
    }
    return List.copyOf(links);
  }

  private static String wave(int wave) {
    return wave == 0 ? "hors vague" : "vague " + wave;
  }

  private static String counts(List<RequirementResult> requirements) {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = requirements.stream().filter(r -> r.verdict() == verdict).count();
      if (count > 0) {
        counts.add(French.count(count, Words.ofRequirement(verdict)));
      }
    }
    return String.join(", ", counts);
  }

  private static List<Filter> filters(List<RequirementResult> requirements) {
    List<Choice> waves =
        requirements.stream()
            .map(RequirementResult::wave)
            .distinct()
            .sorted()
            .map(wave -> new Choice(Integer.toString(wave), wave(wave)))
            .toList();
    List<Choice> levels =
        requirements.stream()
            .map(RequirementResult::level)
            .distinct()
            .sorted()
            .map(level -> new Choice(level.name(), Words.of(level)))
            .toList();
    List<Choice> verdicts =
        requirements.stream()
            .map(RequirementResult::verdict)
            .distinct()
            .sorted()
            .map(v -> new Choice(Words.style(v), Words.ofRequirement(v)))
            .toList();
    List<Choice> sources =
        requirements.stream()
            .flatMap(requirement -> sources(requirement).stream())
            .distinct()
            .sorted()
            .map(source -> new Choice(source.name(), Words.of(source)))
            .toList();
    return java.util.stream.Stream.of(
            new Filter("w", "Vague", waves),
            new Filter("l", "Niveau", levels),
            new Filter("v", "Verdict", verdicts),
            new Filter("b", "Base", bases(requirements)),
            new Filter("s", "Source", sources))
        .filter(filter -> filter.choices().size() > 1)
        .toList();
  }

  private static List<Choice> bases(List<RequirementResult> requirements) {
    List<Choice> choices = new ArrayList<>();
    Arrays.stream(Basis.values())
        .filter(basis -> requirements.stream().anyMatch(r -> r.basis() == basis))
        .forEach(basis -> choices.add(new Choice(basis.label(), Words.of(basis))));
    if (requirements.stream().anyMatch(r -> r.basis() == null)) {
      choices.add(new Choice("-", "sans base"));
    }
    return choices;
  }
}
