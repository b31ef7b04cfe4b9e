package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.requirement;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatrixSectionTest {

  @Test
  void gathersChaptersInTheOrderOfTheCatalogue() {
    MatrixSection matrix =
        of(
            judged("PSC/RP-04", Verdict.CONFORME),
            judged("INS/va1.01", Verdict.NON_CONFORME),
            judged("PSC/RP-05", Verdict.CONFORME));

    assertThat(matrix.chapters())
        .extracting(MatrixSection.Chapter::name)
        .containsExactly("PSC", "INS");
    assertThat(matrix.chapters())
        .extracting(MatrixSection.Chapter::counts)
        .containsExactly("2 conformes", "1 non conforme");
  }

  @Test
  void saysBasisSourcesAndScenariosBesideARequirement() {
    MatrixSection.Line line =
        of(judged("INS/va1.01", Verdict.CONFORME)).chapters().get(0).lines().get(0);

    assertThat(line.basis()).isEqualTo("trafic");
    assertThat(line.sources()).isEqualTo("lecture à confirmer et norme publique");
    assertThat(line.scenarios()).containsExactly(new Link("s1", "n° 1"));
    assertThat(line.keys())
        .isEqualTo(new MatrixSection.Keys("1", "DOIT", "co", "trafic", "SECONDE_MAIN NORME"));
  }

  @Test
  void namesTheSourceOfTheRequirementWhereNothingJudgedIt() {
    MatrixSection.Line line =
        of(judged("INS/va1.01", Verdict.NON_COUVERT)).chapters().get(0).lines().get(0);

    assertThat(line.basis()).isEmpty();
    assertThat(line.sources()).isEqualTo("lecture à confirmer");
    assertThat(line.keys().basis()).isEqualTo("-");
  }

  @Test
  void keepsWhatIsNotCoveredApartFromWhatWasJudged() {
    MatrixSection.Chapter chapter =
        of(
                judged("INS/va1.01", Verdict.NON_COUVERT),
                judged("INS/va1.02", Verdict.INDETERMINE),
                judged("INS/va1.03", Verdict.CONFORME))
            .chapters()
            .get(0);

    assertThat(chapter.judged())
        .extracting(MatrixSection.Line::id)
        .containsExactly("INS/va1.02", "INS/va1.03");
    assertThat(chapter.notCovered())
        .extracting(MatrixSection.Line::id)
        .containsExactly("INS/va1.01");
  }

  @Test
  void offersOnlyFiltersThatLeaveAChoice() {
    assertThat(of(judged("INS/va1.01", Verdict.CONFORME)).filters())
        .extracting(MatrixSection.Filter::name)
        .containsExactly("s");
    assertThat(
            of(judged("INS/va1.01", Verdict.CONFORME), judged("INS/va2.28", Verdict.NON_COUVERT))
                .filters())
        .extracting(MatrixSection.Filter::name)
        .containsExactly("w", "l", "v", "b", "s");
  }

  @Test
  void countsScenariosBeyondTheFirstOnes() {
    List<String> ids = IntStream.rangeClosed(1, 20).mapToObj(n -> "insi/a:" + n).toList();
    MatrixSection matrix = of(requirement("INS/va1.01", "titre", Verdict.CONFORME, List.of(), ids));

    assertThat(matrix.chapters().get(0).lines().get(0).scenarios())
        .hasSize(7)
        .last()
        .isEqualTo(new Link("", "14 autres"));
  }

  @Test
  void givesTwoRequirementsThatReadAlikeTwoPlaces() {
    List<MatrixSection.Line> lines =
        of(
                judged("INS/a.b", Verdict.CONFORME),
                judged("INS/a(b", Verdict.CONFORME),
                judged("INS/a)b", Verdict.CONFORME))
            .chapters()
            .get(0)
            .lines();

    assertThat(lines).extracting(MatrixSection.Line::anchor).doesNotHaveDuplicates();
  }

  private static RequirementResult judged(String id, Verdict verdict) {
    return requirement(id, "titre", verdict, List.of(), List.of("insi/a:1"));
  }

  private static MatrixSection of(RequirementResult... requirements) {
    RunReport run =
        SampleRun.run(
            Verdict.CONFORME,
            List.of(scenario("insi/a:1", "s", Verdict.CONFORME).build()),
            List.of(requirements));
    return MatrixSection.of(run, new Anchors(run));
  }
}
