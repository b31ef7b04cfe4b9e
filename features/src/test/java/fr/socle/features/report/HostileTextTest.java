package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.START;
import static fr.socle.features.report.SampleRun.requirement;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Refusal;
import fr.socle.exigences.Basis;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.EvidenceFile;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.RequirementResult.Mend;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.StepText;
import fr.socle.features.model.StepText.Outcome;
import fr.socle.features.model.TimelineEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of patients, of an LPS and of the wire are shown, never obeyed. */
class HostileTextTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&<!--";

  @TempDir Path directory;
  private PageText page;

  @BeforeEach
  void writesTheSameTextEverywhere() throws IOException {
    Files.createDirectories(directory.resolve("exchanges"));
    Files.writeString(
        directory.resolve("exchanges/q"),
        "POST /"
            + HOSTILE
            + " HTTP/1.1\r\nHost: h\r\nX-Nom: "
            + HOSTILE
            + "\r\nContent-Type: application/json\r\n\r\n"
            + JsonMapper.builder().build().writeValueAsString(List.of(HOSTILE)));
    Files.writeString(directory.resolve("exchanges/a"), "HTTP/1.1 200 " + HOSTILE + "\r\n\r\n");
    Finding finding =
        new Finding(
            HOSTILE,
            RuleSource.SUPPOSE,
            HOSTILE,
            List.of(HOSTILE),
            1L,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE);
    Exchange exchange =
        SampleRun.exchange(
            1,
            "insi",
            HOSTILE,
            "POST",
            "/" + HOSTILE,
            200,
            List.of(HOSTILE),
            new Refusal(HOSTILE, HOSTILE),
            List.of(finding));
    RunReport run =
        SampleRun.run(
            Verdict.NON_CONFORME,
            List.of(
                scenario("insi/a:1", HOSTILE, Verdict.NON_CONFORME)
                    .requirements(HOSTILE)
                    .reason(HOSTILE)
                    .steps(new StepText(HOSTILE, HOSTILE, 3, false, Outcome.JOUE))
                    .expectations(
                        new ExpectationResult(
                            HOSTILE, Basis.ETAT, false, List.of(), 3, HOSTILE, HOSTILE, List.of()))
                    .exchanges(List.of(exchange))
                    .findings(finding)
                    .annexes(finding)
                    .actions(new ActionCall(HOSTILE, START, START, HOSTILE, HOSTILE, 1, null, null))
                    .timeline(new TimelineEvent(START, TimelineEvent.Kind.PANNE, HOSTILE, "insi"))
                    .evidence(List.of(new EvidenceFile(1, "exchanges/q", "exchanges/a", false)))
                    .build()),
            List.of(
                requirement(
                    "INS/" + HOSTILE,
                    HOSTILE,
                    Verdict.NON_CONFORME,
                    List.of(new Mend(HOSTILE, true, RuleSource.TEXTE, List.of("insi/a:1"), 1L)),
                    List.of("insi/a:1"))));
    page = new PageText(Files.readString(new HtmlReport().write(run, directory)));
  }

  @Test
  void runsNoScriptButItsOwn() {
    assertThat(page.html().split("<script", -1)).hasSize(1 + 2);
    assertThat(page.html().split("</script", -1)).hasSize(1 + 2);
    assertThat(page.html()).doesNotContain("<img", "<!--");
  }

  @Test
  void keepsItsOwnStructure() {
    assertThat(page.misnestings()).isEmpty();
    assertThat(page.attributes("onerror")).isEmpty();
  }

  @Test
  void showsTheTextAsItWas() throws IOException {
    assertThat(page.markup()).contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    JsonNode sheet = JsonMapper.builder().build().readTree(page.jsonBlocks().get(0));
    assertThat(sheet.get("q").get("h").asText()).contains(HOSTILE);
    assertThat(sheet.get("c").asText()).contains("</script>");
  }
}
