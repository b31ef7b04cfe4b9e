package fr.socle.features.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import fr.socle.exigences.Basis;
import fr.socle.exigences.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunReportTest {
  private static final Instant START = Instant.parse("2026-01-15T09:30:00Z");
  private final JsonMapper json = BenchJson.mapper();

  @Test
  void isReadBackEqualToWhatWasWritten() throws Exception {
    RunReport report = report();

    RunReport back = json.readValue(json.writeValueAsString(report), RunReport.class);

    assertThat(back).isEqualTo(report);
  }

  @Test
  void countsScenariosUnderTheWordsOfTheLaw() throws Exception {
    var counts = json.valueToTree(report()).get("counts");

    assertThat(counts.get("non_conforme").intValue()).isEqualTo(1);
    assertThat(counts.get("conforme_declare").intValue()).isZero();
    assertThat(json.valueToTree(report()).get("scenarios").get(0).get("verdict").textValue())
        .isEqualTo("non_conforme");
  }

  private static RunReport report() {
    ScenarioResult scenario =
        new ScenarioResult(
            "insi/qualification:12",
            "une identité devient qualifiée",
            "Qualifier l'identité",
            "classpath:fr/socle/features/insi/qualification.feature",
            12,
            List.of("@INS", "@REQ:INS/va1.54"),
            List.of("INS/va1.54"),
            Verdict.NON_CONFORME,
            null,
            null,
            START,
            1200,
            "espace-1",
            List.of(
                new StepText(
                    "Alors", "son identité est qualifiée", 14, false, StepText.Outcome.JOUE)),
            List.of(
                new ExpectationResult(
                    "L'identité est qualifiée",
                    Basis.DECLARE,
                    false,
                    List.of("INS/va1.54"),
                    14,
                    "validee",
                    "Passez l'identité au statut qualifié.",
                    List.of())),
            List.of(),
            List.of(),
            List.of(),
            List.of(new ActionCall("creer-dossier", START, START, "fait", null, 3, null, null)),
            List.of(new TimelineEvent(START, TimelineEvent.Kind.PANNE, "INSi en panne", "insi")),
            3,
            List.of(new EvidenceFile(1, "exchanges/a/001.http", "exchanges/a/002.http", false)));
    return new RunReport(
        RunReport.FORMAT,
        Verdict.NON_CONFORME,
        null,
        RunReport.Counts.of(List.of(scenario)),
        START,
        1300,
        null,
        "toutes",
        null,
        new RunReport.RuleSet("0.1.0", "00"),
        new RunReport.BenchFacts("http://127.0.0.1:1/", "0.1.0", List.of("insi"), List.of("e")),
        new RunReport.LpsFacts("LPS", "1", null, "http", null, List.of("creer-dossier")),
        List.of(scenario),
        List.of(),
        List.of(
            new UsageResult(
                "qualifier",
                "Qualifier une identité",
                List.of(
                    new UsageResult.Play(
                        "insi/qualification:12",
                        3000,
                        Verdict.NON_CONFORME,
                        new UsageResult.Cost(null, List.of("creer-dossier"), 2, 1, 0, 6010)),
                    new UsageResult.Play("insi/qualification:13", 0, Verdict.NON_COUVERT, null)))),
        List.of(),
        List.of());
  }
}
