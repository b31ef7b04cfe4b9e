package fr.socle.features.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Basis;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreachTest {

  @Test
  void isAReserveWhenTheRequirementItselfWasOnlySeenSomewhere() {
    Breach breach = Breach.of(run(RuleSource.VU, RuleSource.CONNU));

    assertThat(breach.of(expectation("R0", "R1"))).isEqualTo(Verdict.RESERVE);
  }

  @Test
  void isANonConformityAsSoonAsOneRequirementBinds() {
    Breach breach = Breach.of(run(RuleSource.VU, RuleSource.TEXTE));

    assertThat(breach.of(expectation("R0", "R1"))).isEqualTo(Verdict.NON_CONFORME);
    assertThat(breach.of(expectation())).isEqualTo(Verdict.NON_CONFORME);
  }

  private static RunReport run(RuleSource... sources) {
    RequirementResult sample =
        SampleRun.requirement("INS/va1.08", "t", Verdict.RESERVE, List.of(), List.of());
    List<RequirementResult> requirements = new ArrayList<>();
    for (RuleSource source : sources) {
      requirements.add(named("R" + requirements.size(), source, sample));
    }
    return SampleRun.run(Verdict.RESERVE, List.of(), requirements);
  }

  private static RequirementResult named(String id, RuleSource source, RequirementResult other) {
    return new RequirementResult(
        id,
        other.title(),
        other.wave(),
        other.chapter(),
        other.level(),
        other.verification(),
        source,
        other.sourceKey(),
        other.mandatory(),
        other.judgeable(),
        other.verdict(),
        other.basis(),
        other.judgedBy(),
        other.scenarios(),
        other.mends(),
        other.reason());
  }

  private static ExpectationResult expectation(String... requirements) {
    return new ExpectationResult(
        "t", Basis.ETAT, false, List.of(requirements), 1, "f", "m", List.of());
  }
}
