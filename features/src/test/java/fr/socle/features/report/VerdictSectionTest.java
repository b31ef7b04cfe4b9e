package fr.socle.features.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.RunReport.LpsFacts;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictSectionTest {

  @Test
  void saysThatNoProfileWasDemanded() {
    assertThat(profile(null, null)).isEqualTo("aucun exigé");
  }

  @Test
  void namesTheProfileOfTheLpsWithoutCallingItDemanded() {
    assertThat(profile("lgc", null)).isEqualTo("lgc, non exigé (--require lgc)");
  }

  @Test
  void namesTheDemandedProfileOnceWhenTheLpsIsOfIt() {
    assertThat(profile("lgc", "lgc")).isEqualTo("lgc, exigé");
    assertThat(profile(null, "lgc")).isEqualTo("lgc, exigé");
  }

  @Test
  void namesBothProfilesWhenTheyDiffer() {
    assertThat(profile("lgc", "centre-de-sante"))
        .isEqualTo("centre-de-sante, exigé\u00a0; le logiciel se dit lgc");
  }

  private static String profile(@Nullable String own, @Nullable String demanded) {
    RunReport run = SampleRun.run(Verdict.CONFORME, List.of(), List.of());
    RunReport asked =
        new RunReport(
            run.format(),
            run.verdict(),
            run.cause(),
            run.counts(),
            run.startedAt(),
            run.durationMs(),
            demanded,
            run.sources(),
            run.seed(),
            run.ruleSet(),
            run.bench(),
            new LpsFacts("MonCabinet", "4.2.1", null, "http", own, List.of()),
            run.scenarios(),
            run.requirements(),
            run.usages(),
            run.horsScenario(),
            run.horsScenarioEvidence());
    return VerdictSection.of(asked, ZoneOffset.UTC).facts().stream()
        .filter(fact -> fact.name().equals("Profil"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
