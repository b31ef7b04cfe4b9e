package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.START;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.UsageResult;
import fr.socle.features.model.UsageResult.Cost;
import fr.socle.features.model.UsageResult.Play;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageSectionTest {

  @Test
  void saysWhatEachPlayCost() {
    UsageSection.Line line = line(new Play("a:1", 3000, Verdict.CONFORME, cost(9, 2, 1)));

    assertThat(line.latency()).isEqualTo("en 3 s");
    assertThat(line.steps()).isEqualTo("9");
    assertThat(line.calls()).isEqualTo("2");
    assertThat(line.duplicates()).isEqualTo("1");
    assertThat(line.repeats()).isTrue();
    assertThat(line.duration()).isEqualTo("6 s");
    assertThat(line.scenario()).isEqualTo(new Link("s1", "n° 1"));
  }

  @Test
  void neverSaysZeroForWhatIsNotDeclared() {
    UsageSection.Line line = line(new Play("a:1", 0, Verdict.CONFORME, cost(null, 1, 0)));

    assertThat(line.steps()).isEqualTo("non déclaré");
    assertThat(line.latency()).isEqualTo("aussitôt");
    assertThat(line.repeats()).isFalse();
  }

  @Test
  void givesNoFigureForAUseThatWasNotPlayedToItsEnd() {
    UsageSection.Line line = line(new Play("a:1", 0, Verdict.NON_COUVERT, null));

    assertThat(line.measured()).isFalse();
    assertThat(line.steps() + line.calls() + line.duplicates() + line.duration()).isEmpty();
    assertThat(line.verdict()).isEqualTo("non couvert");
  }

  @Test
  void saysThatDuplicatesAreUnknownWhereCallsCouldNotBeRead() {
    assertThat(line(new Play("a:1", 0, Verdict.CONFORME, unread(3, 0))).duplicates())
        .isEqualTo("inconnu");
    assertThat(line(new Play("a:1", 0, Verdict.CONFORME, unread(3, 1))).duplicates())
        .isEqualTo("≥ 1");
    assertThat(line(new Play("a:1", 0, Verdict.CONFORME, unread(1, 0))).duplicates())
        .as("nothing came before a single call")
        .isEqualTo("0");
  }

  private static Cost unread(int calls, int duplicates) {
    return new Cost(2, List.of(), calls, duplicates, 1, 6010);
  }

  @Test
  void saysWhichActionTakesTheGestures() {
    UsageSection section = section(new Play("a:1", 0, Verdict.CONFORME, cost(null, 1, 0)));

    assertThat(section.uses().get(0).actions())
        .isEqualTo("Gestes par action : creer-dossier : 6 ; rechercher-ins-traits : non déclaré.");
  }

  @Test
  void leavesNoEmptySectionInAPageOfARunThatPlayedNone(@TempDir Path folder) throws IOException {
    Path page =
        new HtmlReport().write(SampleRun.run(Verdict.CONFORME, List.of(), List.of()), folder);

    assertThat(new PageText(Files.readString(page)).attributes("id")).doesNotContain("usages");
  }

  @Test
  void standsInThePageAndLeadsToItsScenario(@TempDir Path folder) throws IOException {
    RunReport run = run(new Play("a:1", 3000, Verdict.CONFORME, cost(9, 2, 1)));

    PageText page = new PageText(Files.readString(new HtmlReport().write(run, folder)));

    assertThat(page.misnestings()).isEmpty();
    assertThat(page.headings(2)).contains("Ce que coûte une identité à l'utilisateur");
    assertThat(page.attributes("href")).contains("#usages", "#s1");
    assertThat(page.markup()).contains("Qualifier une identité", "<td data-t=\"Gestes\">9</td>");
  }

  @Test
  void saysInThePageThatAResultWasNotReached(@TempDir Path folder) throws IOException {
    RunReport run = run(new Play("a:1", 0, Verdict.RESERVE, null));

    String page = Files.readString(new HtmlReport().write(run, folder));

    assertThat(page).contains("<td colspan=\"4\">résultat non atteint</td>");
  }

  private static Cost cost(@Nullable Integer steps, int calls, int duplicates) {
    return new Cost(steps, List.of(), calls, duplicates, 0, 6010);
  }

  private static UsageSection.Line line(Play play) {
    return section(play).uses().get(0).lines().get(0);
  }

  private static UsageSection section(Play play) {
    RunReport run = run(play);
    return UsageSection.of(run, new Anchors(run));
  }

  private static RunReport run(Play play) {
    ScenarioResult scenario =
        scenario("a:1", "s", Verdict.CONFORME)
            .actions(
                act("configurer", null),
                act("creer-dossier", 6),
                act("rechercher-ins-traits", null))
            .build();
    RunReport run = SampleRun.run(Verdict.CONFORME, List.of(scenario), List.of());
    return new RunReport(
        run.format(),
        run.verdict(),
        run.cause(),
        run.counts(),
        run.startedAt(),
        run.durationMs(),
        run.profile(),
        run.sources(),
        run.seed(),
        run.ruleSet(),
        run.bench(),
        run.lps(),
        run.scenarios(),
        run.requirements(),
        List.of(new UsageResult("qualifier", "Qualifier une identité", List.of(play))),
        run.horsScenario(),
        run.horsScenarioEvidence());
  }

  private static ActionCall act(String name, @Nullable Integer steps) {
    return new ActionCall(name, START, START, "fait", null, steps, null, null);
  }
}
