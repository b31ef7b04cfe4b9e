package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.exchange;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Basis;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.StepText;
import fr.socle.features.model.StepText.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioSectionTest {

  @Test
  void putsEachExpectationUnderTheStepThatAsksIt() {
    ScenarioSection.Card card =
        of(
            scenario("a:1", "s", Verdict.NON_CONFORME)
                .steps(
                    new StepText("Quand", "le médecin appelle INSi", 4, false, Outcome.JOUE),
                    new StepText("Alors", "INSi a reçu une recherche", 5, false, Outcome.JOUE))
                .expectations(
                    expectation("une recherche reçue", true, 5),
                    expectation("une seule", false, 5),
                    expectation("rien d'autre", true, 99)));

    assertThat(card.steps()).hasSize(3);
    assertThat(card.steps().get(0).expectations()).isEmpty();
    assertThat(card.steps().get(1).expectations())
        .extracting(ScenarioSection.Expectation::word)
        .containsExactly("constaté", "non constaté");
    assertThat(card.steps().get(2).text()).isEqualTo("À la fin du scénario");
  }

  @Test
  void leadsAnExpectationToItsExchangesOfTheSameScenario() {
    ScenarioResult first =
        scenario("a:1", "s", Verdict.CONFORME)
            .exchanges(List.of(exchange(7, "insi", "t", "POST", "/lps", 200, List.of())))
            .build();
    ScenarioResult second =
        scenario("a:2", "s", Verdict.CONFORME)
            .expectations(expectation("une recherche", true, 10))
            .exchanges(List.of(exchange(7, "insi", "t", "POST", "/lps", 200, List.of())))
            .build();

    ScenarioSection.Card card = section(first, second).cards().get(1);

    assertThat(card.steps().get(2).expectations().get(0).exchanges())
        .containsExactly(new Link("s2-x7", "n° 7"));
  }

  @Test
  void saysWhereAScenarioStopped() {
    ScenarioSection.Card card =
        of(
            scenario("a:1", "s", Verdict.NON_COUVERT)
                .reason("Le pilote ne propose pas envoyer-mss.")
                .steps(
                    new StepText("Quand", "il envoie", 4, false, Outcome.ARRETE),
                    new StepText("Alors", "on reçoit", 5, false, Outcome.NON_JOUE)));

    assertThat(card.explanation()).isEqualTo("Le pilote ne propose pas envoyer-mss.");
    assertThat(card.steps())
        .extracting(ScenarioSection.Step::outcome)
        .containsExactly("le scénario s'arrête ici", "non joué");
  }

  private static ExpectationResult expectation(String text, boolean ok, int line) {
    return new ExpectationResult(text, Basis.TRAFIC, ok, List.of(), line, null, null, List.of(7L));
  }

  private static ScenarioSection.Card of(SampleRun.ScenarioBuilder builder) {
    return section(builder.build()).cards().get(0);
  }

  private static ScenarioSection section(ScenarioResult... scenarios) {
    RunReport run = SampleRun.run(Verdict.CONFORME, List.of(scenarios), List.of());
    Anchors anchors = new Anchors(run);
    return ScenarioSection.of(run, anchors, new FindingIndex(run, anchors));
  }
}
