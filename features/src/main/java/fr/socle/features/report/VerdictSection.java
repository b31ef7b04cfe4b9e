package fr.socle.features.report;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.RunReport;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verdict line, and under what conditions it was reached.
 *
 * @param software name and version of the LPS
 * @param style style of the verdict
 * @param mark mark of the verdict
 * @param sentence the first sentence
 * @param cause why it is undecided, if it is
 * @param parts requirements by verdict, for the bar
 * @param facts name and value
 */
record VerdictSection(
    String software,
    String style,
    String mark,
    String sentence,
    @Nullable String cause,
    List<Part> parts,
    List<Fact> facts) {

  /** One part of the bar. */
  record Part(String style, String mark, String text, long count) {}

  /** One condition of the run. */
  record Fact(String name, String value) {}

  static VerdictSection of(RunReport run, ZoneId zone) {
    return new VerdictSection(
        run.lps().name() + " " + run.lps().version(),
        Words.style(run.verdict()),
        Words.mark(run.verdict()),
        French.unbroken(Sentence.of(run)),
        MissingCause.of(run).orElse(null),
        parts(run),
        facts(run, zone));
  }

  private static List<Part> parts(RunReport run) {
    List<Part> parts = new ArrayList<>();
    for (Verdict verdict :
        List.of(
            Verdict.NON_CONFORME,
            Verdict.INDETERMINE,
            Verdict.RESERVE,
            Verdict.CONFORME_DECLARE,
            Verdict.CONFORME,
            Verdict.NON_COUVERT)) {
      long count = run.requirements().stream().filter(r -> r.verdict() == verdict).count();
      if (count > 0) {
        String text = French.count(count, Words.ofRequirement(verdict));
        parts.add(new Part(Words.style(verdict), Words.mark(verdict), text, count));
      }
    }
    return parts;
  }

  private static List<Fact> facts(RunReport run, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    String vendor = run.lps().vendor();
    facts.add(
        new Fact(
            "Logiciel",
            run.lps().name()
                + " "
                + run.lps().version()
                + (vendor == null ? "" : ", " + vendor)
                + " (pilote "
                + run.lps().driver()
                + ")"));
    String version = run.bench().version();
    facts.add(
        new Fact(
            "Banc",
            (version == null ? "n'a jamais répondu" : "Socle " + version)
                + " : "
                + French.list(run.bench().services().stream().map(Words::service).toList())));
    facts.add(new Fact("Règles", run.ruleSet().version() + ", SHA-256 " + run.ruleSet().sha256()));
    facts.add(
        new Fact(
            "Date",
            French.date(run.startedAt(), zone)
                + ", en "
                + French.duration(Duration.ofMillis(run.durationMs()))));
    facts.add(new Fact("Profil", profile(run)));
    facts.add(
        new Fact(
            "Sources",
            run.sources().equals("texte")
                ? "textes nationaux et normes seuls bloquent"
                : "textes, normes et lectures à confirmer bloquent"));
    facts.add(new Fact("Scénarios", scenarios(run)));
    Long seed = run.seed();
    if (seed != null) {
      facts.add(new Fact("Ordre", "tiré au sort, graine " + seed));
    }
    return facts.stream()
        .map(fact -> new Fact(fact.name(), French.unbroken(fact.value())))
        .toList();
  }

  /** The profile of the product, and whether covering it was demanded ({@code --require}). */
  private static String profile(RunReport run) {
    String own = run.lps().profile();
    String demanded = run.profile();
    if (demanded == null) {
      return own == null ? "aucun exigé" : own + ", non exigé (--require " + own + ")";
    }
    return demanded
        + ", exigé"
        + (own == null || own.equals(demanded) ? "" : " ; le logiciel se dit " + own);
  }

  private static String scenarios(RunReport run) {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = run.scenarios().stream().filter(s -> s.verdict() == verdict).count();
      if (count > 0) {
        counts.add(French.count(count, Words.ofScenario(verdict)));
      }
    }
    return French.grouped(run.scenarios().size())
        + (counts.isEmpty() ? "" : " : " + String.join(", ", counts));
  }
}
