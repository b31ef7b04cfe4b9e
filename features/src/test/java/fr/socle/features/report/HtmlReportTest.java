package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.requirement;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.Cause;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
class HtmlReportTest {
  private static final int EXCHANGES_PER_SCENARIO = 4;

  @TempDir Path directory;
  private PageText fifteen = new PageText("");

  @BeforeAll
  void writesAFirstDay(@TempDir Path first) throws IOException {
    fifteen = write(RealisticRun.writtenUnder(first, 15), first);
  }

  @Test
  void saysTheVerdictInItsFirstSentence() {
    assertThat(fifteen.markup())
        .containsSubsequence(
            "MonCabinet 4.2.1",
            "Non conforme sur 3 exigences\u00a0;",
            "9f2c61d8a0b7e34c55d1f08e6a97b32c4d10ee5f7781a2c3b4d5e6f708192a3b",
            "4 mars 2026 à 14:05");
  }

  @Test
  void followsTheOrderItsReadersNeed() {
    assertThat(fifteen.headings(2))
        .containsExactly(
            "À corriger d'abord",
            "Matrice des exigences",
            "Scénarios",
            "Échanges",
            "Ce que ce rapport ne dit pas");
  }

  @Test
  void closesEveryElementItOpens() {
    assertThat(fifteen.misnestings()).isEmpty();
  }

  @Test
  void needsNothingFromOutside() {
    PageText page = fifteen;

    assertThat(page.attributes("src")).isEmpty();
    assertThat(page.attributes("href"))
        .allSatisfy(href -> assertThat(href).matches("#.+|exchanges/[\\w.-]+"));
    assertThat(page.html())
        .doesNotContain("@import", "<link", "<img")
        .doesNotContainPattern("\\burl\\(");
  }

  @Test
  void leadsEveryLinkSomewhere() {
    PageText page = fifteen;
    List<String> ids = page.attributes("id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(page.attributes("href").stream().filter(href -> href.startsWith("#")).distinct())
        .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
  }

  @Test
  void tellsEachSquareInWordsAndNotInColourAlone() {
    assertThat(fifteen.markup())
        .contains(
            "aria-label=\"INS/va1.03, non conforme : Une fois l'identité".replace("'", "&#39;"),
            ">✗</a>");
  }

  @Test
  void offersTheFiltersOfTheMatrix() {
    assertThat(fifteen.attributes("name")).containsSubsequence("w", "l", "v", "b", "s");
  }

  @Test
  void carriesTheExchangesAsDataToDrawWhenAsked() throws IOException {
    PageText page = realistic(1);

    assertThat(page.jsonBlocks()).hasSize(EXCHANGES_PER_SCENARIO + 1);
    assertThat(page.markup()).doesNotContain("RECSANSVITALE");
    assertThat(page.jsonBlocks().get(3)).contains("RECSANSVITALE", "curl --include");
  }

  @Test
  void readsWithoutScriptWhatIsWrongAndWhere() throws IOException {
    assertThat(realistic(1).markup())
        .contains(
            "Mettez dans Emetteur l&#39;OU du certificat que vous présentez.",
            "/Envelope/Header/ContexteLPS/Emetteur",
            "href=\"exchanges/0004-requete.bin\"");
  }

  @Test
  void namesServicesWithoutAnIndependentWitness() throws IOException {
    RunReport run = RealisticRun.writtenUnder(directory, 1);
    Path page = new HtmlReport().withWitnessedServices(Set.of("psc")).write(run, directory);

    assertThat(Files.readString(page)).contains("le comportement de : INSi.");
  }

  @Test
  void saysThatItDoesNotReplaceTheOfficialProof() throws IOException {
    assertThat(realistic(1).markup())
        .contains("Il prépare la preuve officielle, il ne la remplace pas.");
  }

  @Test
  void writesARunInWhichNothingWasPlayed() throws IOException {
    PageText page = write(SampleRun.run(Verdict.NON_COUVERT, List.of(), List.of()), directory);

    assertThat(page.misnestings()).isEmpty();
    assertThat(page.markup())
        .contains(
            "Rien n&#39;a été jugé\u00a0: aucun scénario n&#39;a été joué.",
            "Aucun scénario n'a été joué.",
            "Aucun échange n'a été reçu.");
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void showsEveryVerdictWithAMarkAndAWord(Verdict verdict) throws IOException {
    PageText page =
        write(
            SampleRun.run(
                verdict,
                new Indetermination(Cause.PILOTE, "Relancez-le."),
                List.of(scenario("insi/a:1", "un scénario", verdict).build()),
                List.of(
                    requirement("INS/va1.01", "titre", verdict, List.of(), List.of("insi/a:1"))),
                List.of()),
            directory);

    assertThat(page.misnestings()).isEmpty();
    assertThat(page.markup())
        .contains(
            "aria-hidden=\"true\">" + Words.mark(verdict) + "</b> " + Words.ofScenario(verdict),
            Words.ofRequirement(verdict));
  }

  @Test
  void staysSmallBesideItsExchangesWithThreeHundredScenarios() throws IOException {
    PageText many = realistic(300);
    int perScenario = (many.markup().length() - fifteen.markup().length()) / 285;

    assertThat(fifteen.markup().length()).isLessThan(200_000);
    assertThat(perScenario).isLessThan(10_000);
    assertThat(many.jsonBlocks().stream().mapToInt(String::length).max().orElseThrow())
        .isLessThan(8_000);
  }

  @Test
  void writesJsonThatReadsBack() throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    assertThat(realistic(1).jsonBlocks())
        .allSatisfy(block -> assertThat(mapper.readTree(block).get("t").isArray()).isTrue());
  }

  private PageText realistic(int scenarios) throws IOException {
    return write(RealisticRun.writtenUnder(directory, scenarios), directory);
  }

  private static PageText write(RunReport run, Path to) throws IOException {
    Path page = new HtmlReport().withZone(ZoneId.of("Europe/Paris")).write(run, to);
    return new PageText(Files.readString(page));
  }
}
