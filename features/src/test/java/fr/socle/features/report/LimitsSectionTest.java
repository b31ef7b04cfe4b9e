package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.exchange;
import static fr.socle.features.report.SampleRun.finding;
import static fr.socle.features.report.SampleRun.requirement;
import static fr.socle.features.report.SampleRun.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.RunReport;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsSectionTest {

  @Test
  void gathersWhatIsNotCoveredByReason() {
    LimitsSection limits =
        of(
            Set.of(),
            SampleRun.run(
                Verdict.CONFORME,
                List.of(scenario("a:1", "s", Verdict.CONFORME).build()),
                List.of(
                    requirement("INS/va1.01", "t", Verdict.NON_COUVERT, List.of(), List.of()),
                    requirement("INS/va1.02", "t", Verdict.NON_COUVERT, List.of(), List.of()),
                    requirement("INS/va1.03", "t", Verdict.INDETERMINE, List.of(), List.of()),
                    requirement("INS/va1.04", "t", Verdict.CONFORME_DECLARE, List.of(), List.of()),
                    requirement("INS/va1.05", "t", Verdict.CONFORME, List.of(), List.of()))));

    assertThat(limits.notCovered())
        .containsExactly(
            new LimitsSection.Reason(
                "Le pilote ne propose pas cette action.",
                List.of(
                    new Link("r-INS-va1.01", "INS/va1.01"),
                    new Link("r-INS-va1.02", "INS/va1.02"))));
    assertThat(limits.undecided())
        .extracting(LimitsSection.Reason::text)
        .containsExactly("La cause n'est pas connue.");
    assertThat(limits.declared()).extracting(Link::text).containsExactly("INS/va1.04");
  }

  @Test
  void tellsAssumedRulesOnceEach() {
    Finding assumed = finding(RuleSource.SUPPOSE, 1L, "/a", "x", "Changez a.");
    RunReport run =
        SampleRun.run(
            Verdict.CONFORME,
            List.of(
                scenario("a:1", "s", Verdict.CONFORME)
                    .exchanges(
                        List.of(exchange(1, "insi", "t", "POST", "/lps", 200, List.of(assumed))))
                    .annexes(assumed)
                    .build()),
            List.of());

    assertThat(of(Set.of(), run).assumed())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.effect()).isEqualTo("information");
              assertThat(line.exchange()).isEqualTo("s1-x1");
            });
  }

  @Test
  void namesTheServicesNobodyElseConfirmed() {
    RunReport run = SampleRun.run(Verdict.NON_COUVERT, List.of(), List.of());

    assertThat(of(Set.of(), run).unwitnessed()).containsExactly("Pro Santé Connect", "INSi");
    assertThat(of(Set.of("psc", "insi"), run).unwitnessed()).isEmpty();
  }

  private static LimitsSection of(Set<String> witnessed, RunReport run) {
    Anchors anchors = new Anchors(run);
    return LimitsSection.of(run, anchors, new FindingIndex(run, anchors), witnessed);
  }
}
