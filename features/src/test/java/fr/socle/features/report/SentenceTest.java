package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.requirement;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.Cause;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void countsNonConformFirstThenTheRest() {
    assertThat(
            sentence(
                Verdict.NON_CONFORME,
                Map.of(
                    Verdict.NON_CONFORME, 3,
                    Verdict.CONFORME, 41,
                    Verdict.RESERVE, 6,
                    Verdict.NON_COUVERT, 12)))
        .isEqualTo("Non conforme sur 3 exigences ; 41 conformes, 6 réserves, 12 non couvertes.");
  }

  @Test
  void keepsTheSingularForOne() {
    assertThat(
            sentence(
                Verdict.NON_CONFORME,
                Map.of(Verdict.NON_CONFORME, 1, Verdict.CONFORME, 1, Verdict.RESERVE, 1)))
        .isEqualTo("Non conforme sur 1 exigence ; 1 conforme, 1 réserve.");
  }

  @Test
  void saysConformWithoutInventingARest() {
    assertThat(sentence(Verdict.CONFORME, Map.of(Verdict.CONFORME, 5)))
        .isEqualTo("Conforme sur 5 exigences.");
  }

  @Test
  void neverCallsTheDriversWordConformAlone() {
    assertThat(
            sentence(
                Verdict.CONFORME_DECLARE, Map.of(Verdict.CONFORME_DECLARE, 2, Verdict.CONFORME, 4)))
        .isEqualTo("Conforme, cru sur parole, sur 2 exigences ; 4 conformes.");
  }

  @Test
  void namesReserves() {
    assertThat(sentence(Verdict.RESERVE, Map.of(Verdict.RESERVE, 2, Verdict.CONFORME, 4)))
        .isEqualTo("Conforme avec réserve sur 2 exigences ; 4 conformes.");
  }

  @Test
  void saysThatNothingWasJudged() {
    assertThat(sentence(Verdict.NON_COUVERT, Map.of(Verdict.NON_COUVERT, 7)))
        .isEqualTo("Rien n'a été jugé ; 7 non couvertes.");
  }

  @Test
  void saysThatNothingWasPlayed() {
    assertThat(Sentence.of(SampleRun.run(Verdict.NON_COUVERT, List.of(), List.of())))
        .isEqualTo("Rien n'a été jugé : aucun scénario n'a été joué.");
  }

  @Test
  void saysUndecidedWhenTheBenchNeverAnswered() {
    RunReport run =
        SampleRun.run(
            Verdict.INDETERMINE,
            new Indetermination(Cause.BANC, "Le banc ne répond pas : relancez socle up."),
            List.of(),
            List.of(),
            List.of());
    assertThat(Sentence.of(run)).isEqualTo("Indéterminé.");
  }

  @Test
  void countsTheEditorsOwnScenariosThatNameNoRequirement() {
    ScenarioResult own =
        scenario("cabinet:5", "le nôtre", Verdict.NON_CONFORME).requirements().build();

    assertThat(
            Sentence.of(
                SampleRun.run(
                    Verdict.NON_CONFORME,
                    List.of(own),
                    List.of(one("INS/va1.01", Verdict.CONFORME)))))
        .isEqualTo("Non conforme sur 1 scénario sans exigence ; 1 conforme.");
    assertThat(
            Sentence.of(
                SampleRun.run(
                    Verdict.NON_CONFORME,
                    List.of(own, own),
                    List.of(one("INS/va1.01", Verdict.NON_CONFORME)))))
        .isEqualTo("Non conforme sur 1 exigence et 2 scénarios sans exigence.");
  }

  private static RequirementResult one(String id, Verdict verdict) {
    return requirement(id, "titre", verdict, List.of(), List.of());
  }

  private static String sentence(Verdict verdict, Map<Verdict, Integer> counts) {
    List<RequirementResult> requirements = new ArrayList<>();
    counts.forEach(
        (of, count) -> {
          for (int i = 0; i < count; i++) {
            requirements.add(requirement("INS/" + of + i, "titre", of, List.of(), List.of()));
          }
        });
    return Sentence.of(
        SampleRun.run(
            verdict, List.of(scenario("insi/a:1", "un scénario", verdict).build()), requirements));
  }
}
