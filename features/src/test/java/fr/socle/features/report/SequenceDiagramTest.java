package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.START;
import static fr.socle.features.report.SampleRun.exchange;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Refusal;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.TimelineEvent;
import fr.socle.features.model.TimelineEvent.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {

  @Test
  void putsTheSoftwareOnTheLeftAndServicesInTheOrderTheyWereMet() {
    SequenceDiagram diagram =
        of(
            scenario("a:1", "s", Verdict.CONFORME)
                .exchanges(
                    List.of(
                        exchange(1, "psc", "PSC jeton", "POST", "/token", 200, List.of()),
                        exchange(2, "insi", "INSi WS_INS2", "POST", "/lps", 200, List.of()))));

    assertThat(diagram.lanes())
        .extracting(SequenceDiagram.Lane::label)
        .containsExactly("LPS", "PSC", "INSi");
    assertThat(diagram.lanes()).extracting(SequenceDiagram.Lane::x).isSorted();
  }

  @Test
  void drawsWhatWasArrangedElsewhereAtItsTime() {
    SequenceDiagram diagram =
        of(
            scenario("a:1", "s", Verdict.CONFORME)
                .timeline(
                    new TimelineEvent(START.plusMillis(450), Kind.PANNE, "latence de 3 s", "psc"),
                    new TimelineEvent(
                        START, Kind.AILLEURS, "elle acceptera sur son téléphone", "psc"))
                .exchanges(
                    List.of(
                        exchange(1, "psc", "PSC jeton", "POST", "/token", 200, List.of()),
                        exchange(2, "psc", "PSC userinfo", "GET", "/userinfo", 200, List.of()))));

    SequenceDiagram.Note phone = notes(diagram).get(0);
    SequenceDiagram.Note fault = notes(diagram).get(1);
    assertThat(phone.lines().get(0).text()).startsWith("Ailleurs : elle acceptera");
    assertThat(fault.lines().get(0).text()).isEqualTo("⚡ Panne : latence de 3 s");
    assertThat(phone.y()).isLessThan(calls(diagram).get(0).y());
    assertThat(fault.y()).isBetween(calls(diagram).get(0).y(), calls(diagram).get(1).y());
  }

  @Test
  void showsFaultsThatStruckAndRefusals() {
    SequenceDiagram diagram =
        of(
            scenario("a:1", "s", Verdict.CONFORME)
                .exchanges(
                    List.of(
                        exchange(
                            1,
                            "psc",
                            "PSC jeton",
                            "POST",
                            "/token",
                            400,
                            List.of("nonce-faux"),
                            new Refusal("invalid_grant", "r"),
                            List.of()))));

    assertThat(calls(diagram).get(0).struck()).isTrue();
    assertThat(calls(diagram).get(0).title())
        .contains("⚡ nonce-faux", "400", "refus invalid_grant");
  }

  @Test
  void keepsEveryLabelInsideTheDrawing() {
    SequenceDiagram diagram =
        of(
            scenario("a:1", "s", Verdict.CONFORME)
                .timeline(
                    new TimelineEvent(
                        START, Kind.MONDE, "x".repeat(500) + " " + "mot ".repeat(60), null))
                .actions(
                    new ActionCall(
                        "creer-dossier", START, START, "refuse", "m".repeat(300), 2, null, null))
                .exchanges(
                    List.of(
                        exchange(1, "psc", "t".repeat(300), "POST", "/token", 200, List.of()))));

    int characters = (int) (diagram.width() / 6.0);
    assertThat(calls(diagram).get(0).request().length()).isLessThan(characters);
    assertThat(notes(diagram))
        .allSatisfy(
            note -> {
              assertThat(note.lines()).allMatch(line -> line.text().length() < characters);
              assertThat(note.lines()).allMatch(line -> line.y() <= note.y() + note.height());
            });
  }

  @Test
  void saysHowManyExchangesItLeavesOut() {
    List<Exchange> many =
        LongStream.rangeClosed(1, 100)
            .mapToObj(n -> exchange(n, "psc", "PSC jeton", "POST", "/token", 200, List.of()))
            .toList();
    SequenceDiagram diagram = of(scenario("a:1", "s", Verdict.CONFORME).exchanges(many));

    assertThat(calls(diagram)).hasSize(80);
    assertThat(notes(diagram))
        .last()
        .satisfies(
            note -> assertThat(note.lines().get(0).text()).isEqualTo("… et 20 autres échanges"));
  }

  private static List<SequenceDiagram.Note> notes(SequenceDiagram diagram) {
    return diagram.items().stream()
        .map(SequenceDiagram.Item::note)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<SequenceDiagram.Call> calls(SequenceDiagram diagram) {
    return diagram.items().stream()
        .map(SequenceDiagram.Item::call)
        .filter(Objects::nonNull)
        .toList();
  }

  private static SequenceDiagram of(SampleRun.ScenarioBuilder builder) {
    ScenarioResult scenario = builder.build();
    RunReport run = SampleRun.run(scenario.verdict(), List.of(scenario), List.of());
    Anchors anchors = new Anchors(run);
    return SequenceDiagram.of(scenario, anchors, new FindingIndex(run, anchors));
  }
}
