package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.requirement;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.Cause;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RequirementResult.Mend;
import fr.socle.features.model.RunReport;
import fr.socle.features.report.TerminalReport.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalReportTest {
  private static final Style LOG = new Style(false, false, false);
  private static final Style TERMINAL = new Style(true, true, false);
  private static final Style VERBOSE = new Style(false, false, true);
  private static final String ESCAPE = "\u001b";

  private final StringWriter written = new StringWriter();
  private Instant now = Instant.parse("2026-03-04T13:05:00Z");

  @TempDir Path directory;

  @Test
  void tellsTheRunInTenLines() throws IOException {
    List<String> lines = report(LOG).summary(RealisticRun.writtenUnder(directory, 15));

    assertThat(lines).hasSizeLessThanOrEqualTo(10);
    assertThat(lines.get(0)).startsWith("✗ Non conforme sur 3 exigences ;");
    assertThat(lines.get(1)).isEqualTo("  MonCabinet 4.2.1, 15 scénarios en 24 s");
    assertThat(lines)
        .containsSubsequence(
            "À corriger d'abord :",
            "  1. " + RealisticFindings.EMETTEUR_MEND + " (INS/va1.17 ; 15 scénarios)");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("Rapport : " + page());
  }

  @Test
  void showsThreeMendsAndCountsTheOthers() {
    List<Mend> mends = List.of(mend("a"), mend("b"), mend("c"), mend("d"), mend("e"));
    RunReport run =
        SampleRun.run(
            Verdict.NON_CONFORME,
            List.of(scenario("insi/a:1", "s", Verdict.NON_CONFORME).build()),
            List.of(requirement("INS/va1.01", "t", Verdict.NON_CONFORME, mends, List.of())));

    assertThat(report(LOG).summary(run))
        .contains("  … et 2 autres dans le rapport.")
        .noneMatch(line -> line.contains("4. d"));
    assertThat(report(VERBOSE).summary(run))
        .anyMatch(line -> line.contains("5. e"))
        .contains("  ✗ non conforme : s (insi/a:1)");
  }

  @Test
  void writesNoColourWhereThereIsNoTerminal() throws IOException {
    RunReport run = RealisticRun.writtenUnder(directory, 2);

    assertThat(report(LOG).summary(run)).noneMatch(line -> line.contains(ESCAPE));
    assertThat(report(TERMINAL).summary(run).get(0)).startsWith(ESCAPE + "[31m✗ Non conforme");
  }

  @Test
  void choosesItsStyleFromTheTerminalAndItsEnvironment() {
    assertThat(Style.of(true, false, Map.of())).isEqualTo(TERMINAL);
    assertThat(Style.of(false, false, Map.of())).isEqualTo(LOG);
    assertThat(Style.of(true, false, Map.of("NO_COLOR", "1")))
        .isEqualTo(new Style(false, true, false));
    assertThat(Style.of(true, true, Map.of("TERM", "dumb"))).isEqualTo(VERBOSE);
  }

  @Test
  void rewritesOneLineOnATerminalWithTheTimeLeft() {
    TerminalReport report = report(TERMINAL);

    report.progress("première", 1, 10);
    now = now.plusSeconds(20);
    report.progress("troisième", 3, 10);

    assertThat(written.toString())
        .isEqualTo(
            "\r\u001b[2KScénario 1 sur 10 : première"
                + "\r\u001b[2KScénario 3 sur 10, encore 1 min 20 s : troisième");
  }

  @Test
  void clearsTheLivingLineBeforeTheSummary() {
    TerminalReport report = report(TERMINAL);

    report.progress("première", 1, 1);
    report.end(SampleRun.run(Verdict.NON_COUVERT, List.of(), List.of()));

    assertThat(written.toString()).contains("première\r\u001b[2K");
  }

  @Test
  void givesALogOnlyAFewSignsOfLife() {
    TerminalReport report = report(LOG);

    for (int number = 1; number <= 100; number++) {
      report.progress("scénario " + number, number, 100);
      report.finished("scénario " + number, Verdict.CONFORME);
      now = now.plusSeconds(1);
    }

    assertThat(written.toString().lines())
        .containsExactly(
            "25 scénarios sur 100, encore 1 min 15 s",
            "50 scénarios sur 100, encore 50 s",
            "75 scénarios sur 100, encore 25 s");
  }

  @Test
  void tellsEveryScenarioWhenVerbose() {
    TerminalReport report = report(VERBOSE);

    report.progress("une identité", 1, 2);
    report.finished("une identité", Verdict.RESERVE);

    assertThat(written.toString().lines())
        .containsExactly("Scénario 1 sur 2 : une identité", "  ! réserve : une identité");
  }

  @Test
  void showsTheFirstReservesWhenNothingBlocks() {
    Mend reserve = new Mend("Ajoutez COUVERTURE.", false, RuleSource.VU, List.of("a:1"), null);
    RunReport run =
        SampleRun.run(
            Verdict.RESERVE,
            List.of(scenario("a:1", "s", Verdict.CONFORME).build()),
            List.of(requirement("INSI-T03", "t", Verdict.RESERVE, List.of(reserve), List.of())));

    assertThat(report(LOG).summary(run))
        .containsSubsequence(
            "! Conforme avec réserve sur 1 exigence.",
            "Réserves à lever :",
            "  1. Ajoutez COUVERTURE. (INSI-T03 ; 1 scénario)");
  }

  @Test
  void tellsTheCauseMostScenariosShareWhenTheRunHasNone() {
    Indetermination rare = new Indetermination(Cause.PILOTE, "Le pilote est lent.");
    Indetermination frequent = new Indetermination(Cause.BANC, "Le banc a refusé une demande.");
    RunReport run =
        SampleRun.run(
            Verdict.INDETERMINE,
            List.of(
                scenario("a:1", "s", Verdict.INDETERMINE).cause(rare).build(),
                scenario("a:2", "s", Verdict.INDETERMINE).cause(frequent).build(),
                scenario("a:3", "s", Verdict.INDETERMINE).cause(frequent).build()),
            List.of());

    assertThat(report(LOG).summary(run))
        .contains("  Ce qui a manqué : le banc. Le banc a refusé une demande. (2 scénarios)");
  }

  @Test
  void letsNoStrangerDriveTheTerminal() {
    RunReport run =
        SampleRun.run(
            Verdict.NON_CONFORME,
            List.of(scenario("insi/a:1", "s", Verdict.NON_CONFORME).build()),
            List.of(
                requirement(
                    "INS/va1.01",
                    "t",
                    Verdict.NON_CONFORME,
                    List.of(mend("avant\u001b]0;titre\u0007\u001b[2Japrès\u009b2J\nfin")),
                    List.of())));

    for (Style style : List.of(LOG, TERMINAL)) {
      String all = String.join("", report(style).summary(run));
      assertThat(all.replaceAll("\u001b\\[\\d{1,2}m", ""))
          .doesNotContain(ESCAPE, "\u0007", "\u009b", "\n")
          .contains("après");
    }
  }

  private static Mend mend(String text) {
    return new Mend(text, true, RuleSource.TEXTE, List.of("insi/a:1"), null);
  }

  private Path page() {
    return directory.resolve("rapport.html");
  }

  private TerminalReport report(Style style) {
    return new TerminalReport(new PrintWriter(written), style, () -> now, page());
  }
}
