package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.exchange;
import static fr.socle.features.report.SampleRun.finding;
import static fr.socle.features.report.SampleRun.requirement;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.Basis;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RequirementResult.Mend;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MendSectionTest {
  private static final String MEND = "Mettez dans Emetteur l'OU de votre certificat.";

  @Test
  void tellsTheSameMendOfTenPlacesInOneLine() {
    List<ScenarioResult> scenarios =
        IntStream.rangeClosed(1, 10).mapToObj(MendSectionTest::failing).toList();
    List<String> ids = scenarios.stream().map(ScenarioResult::id).toList();
    MendSection section =
        of(
            scenarios,
            requirement("INS/PSC.01", "un", Verdict.NON_CONFORME, mends(ids, 3L), ids),
            requirement("INS/va1.03", "deux", Verdict.NON_CONFORME, mends(ids, 2L), ids));

    assertThat(section.blocking()).hasSize(1);
    MendSection.Line line = section.blocking().get(0);
    assertThat(line.text()).isEqualTo(MEND);
    assertThat(line.met()).isEqualTo("10 scénarios");
    assertThat(line.requirements())
        .extracting(Link::text)
        .containsExactly("INS/PSC.01", "INS/va1.03");
    assertThat(line.exchange()).isEqualTo(new Link("s2-x2", "Voir l'échange n° 2"));
    assertThat(line.detail()).isNotNull();
    assertThat(line.detail().location()).isEqualTo("/Envelope/Header/ContexteLPS/Emetteur");
  }

  @Test
  void putsFirstWhatMostScenariosMeet() {
    List<ScenarioResult> scenarios = List.of(failing(1), failing(2));
    MendSection section =
        of(
            scenarios,
            requirement(
                "INS/va1.01",
                "un",
                Verdict.NON_CONFORME,
                List.of(
                    new Mend("rare", true, RuleSource.TEXTE, List.of("insi/a:1"), 1L),
                    new Mend(
                        "fréquent", true, RuleSource.TEXTE, List.of("insi/a:1", "insi/a:2"), 1L)),
                List.of()));

    assertThat(section.blocking())
        .extracting(MendSection.Line::text)
        .containsExactly("fréquent", "rare");
  }

  @Test
  void keepsReservesApart() {
    MendSection section =
        of(
            List.of(failing(1)),
            requirement(
                "INS/va1.05",
                "un",
                Verdict.RESERVE,
                List.of(new Mend("une réserve", false, RuleSource.VU, List.of("insi/a:1"), 1L)),
                List.of()));

    assertThat(section.blocking()).isEmpty();
    assertThat(section.reserves())
        .extracting(MendSection.Line::text)
        .containsExactly("une réserve");
  }

  @Test
  void fallsBackOnTheRequirementWhenNoRuleSaysWhatToChange() {
    MendSection section =
        of(
            List.of(failing(1)),
            requirement(
                "INS/va1.07",
                "Ne pas mettre à jour l'identité.",
                Verdict.NON_CONFORME,
                List.of(),
                List.of("insi/a:1")));

    assertThat(section.blocking().get(0).text()).isEqualTo("Ne pas mettre à jour l'identité.");
    assertThat(section.blocking().get(0).scenario()).isEqualTo(new Link("s1", "Voir le scénario"));
  }

  @Test
  void saysWhenAMendWasMetOutsideEveryScenario() {
    MendSection section =
        of(
            List.of(),
            requirement(
                "INS/va1.07",
                "titre",
                Verdict.NON_CONFORME,
                List.of(new Mend(MEND, true, RuleSource.TEXTE, List.of(), null)),
                List.of()));

    assertThat(section.blocking().get(0).met()).isEqualTo("hors scénario");
  }

  @Test
  void tellsWhatAnEditorsOwnScenarioWithoutRequirementDidNotFind() {
    MendSection section =
        of(
            List.of(own(1, Verdict.NON_CONFORME), own(2, Verdict.NON_CONFORME)),
            requirement("INS/va1.03", "un", Verdict.CONFORME, List.of(), List.of()));

    assertThat(section.blocking()).hasSize(1);
    MendSection.Line line = section.blocking().get(0);
    assertThat(line.text()).isEqualTo("Affichez le nom du médecin.");
    assertThat(line.requirements()).containsExactly(new Link("", "scénario sans exigence"));
    assertThat(line.met()).isEqualTo("2 scénarios");
    assertThat(line.source()).isEqualTo("votre scénario");
    assertThat(line.scenario()).isEqualTo(new Link("s1", "Voir le scénario"));
  }

  @Test
  void tellsNothingOfAnEditorsOwnScenarioThatIsNotNonConform() {
    assertThat(of(List.of(own(1, Verdict.INDETERMINE))).blocking()).isEmpty();
  }

  private static ScenarioResult own(int number, Verdict verdict) {
    return scenario("cabinet:" + number, "le nôtre", verdict)
        .requirements()
        .expectations(
            new ExpectationResult(
                "Le logiciel salue le médecin",
                Basis.DECLARE,
                true,
                List.of(),
                7,
                null,
                null,
                List.of()),
            new ExpectationResult(
                "Le logiciel reconnaît le médecin",
                Basis.DECLARE,
                false,
                List.of(),
                8,
                "aucun nom",
                "Affichez le nom du médecin.",
                List.of()))
        .build();
  }

  private static List<Mend> mends(List<String> scenarios, long exchange) {
    return List.of(new Mend(MEND, true, RuleSource.TEXTE, scenarios, exchange));
  }

  private static ScenarioResult failing(int number) {
    Finding finding =
        finding(
            RuleSource.TEXTE,
            (long) number,
            "/Envelope/Header/ContexteLPS/Emetteur",
            "LPS-DEMO",
            MEND);
    return scenario("insi/a:" + number, "scénario " + number, Verdict.NON_CONFORME)
        .exchanges(
            List.of(
                exchange(number, "insi", "INSi WS_INS2", "POST", "/lps", 200, List.of(finding))))
        .findings(finding)
        .build();
  }

  private static MendSection of(List<ScenarioResult> scenarios, RequirementResult... requirements) {
    RunReport run = SampleRun.run(Verdict.NON_CONFORME, scenarios, List.of(requirements));
    Anchors anchors = new Anchors(run);
    return MendSection.of(run, anchors, new FindingIndex(run, anchors));
  }
}
