package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Requirement.Level;
import fr.socle.exigences.Requirement.Verification;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.Cause;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodesTest {

  @Test
  void isZeroWhenARequirementWasJudgedAndNoneIsBroken() {
    assertThat(ExitCodes.of(report(Verdict.CONFORME, Verdict.NON_COUVERT), null)).isZero();
  }

  @Test
  void isZeroWithReserves() {
    assertThat(ExitCodes.of(report(Verdict.RESERVE), null)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void isOneWhenARequirementIsNonConformingWhateverElseHappened(Verdict other) {
    assertThat(ExitCodes.of(report(Verdict.NON_CONFORME, other), null)).isEqualTo(1);
  }

  @Test
  void isOneEvenWhenTheBenchDiedAfterwards() {
    assertThat(ExitCodes.of(died(report(Verdict.NON_CONFORME)), null)).isEqualTo(1);
  }

  @Test
  void isOneWhenAScenarioThatNamesNoRequirementFails() {
    RunReport report = report(new RunReport.Counts(3, 0, 0, 1, 0, 0), null, conforming());

    assertThat(ExitCodes.of(report, null)).isEqualTo(1);
  }

  @Test
  void isThreeWhenARequirementIsUndecided() {
    assertThat(ExitCodes.of(report(Verdict.CONFORME, Verdict.INDETERMINE), null)).isEqualTo(3);
  }

  @Test
  void isThreeWhenAScenarioIsUndecided() {
    RunReport report = report(new RunReport.Counts(3, 0, 0, 0, 0, 1), null, conforming());

    assertThat(ExitCodes.of(report, null)).isEqualTo(3);
  }

  @Test
  void isThreeWhenTheRunCouldNotBegin() {
    assertThat(ExitCodes.of(died(report()), null)).isEqualTo(3);
  }

  @Test
  void isFourWhenNothingWasJudged() {
    assertThat(ExitCodes.of(report(), null)).isEqualTo(4);
    assertThat(ExitCodes.of(report(Verdict.NON_COUVERT), null)).isEqualTo(4);
  }

  @Test
  void isFourWhenOnlyTheDriversWordSaysSo() {
    assertThat(ExitCodes.of(report(Verdict.CONFORME_DECLARE), null)).isEqualTo(4);
  }

  @Test
  void isFourWhenAMandatoryRequirementOfTheProfileWasNotCovered() {
    RunReport report =
        report(NOBODY_UNDECIDED, null, conforming(), requirement(Verdict.NON_COUVERT, true, true));

    assertThat(ExitCodes.of(report, "lgc")).isEqualTo(4);
    assertThat(ExitCodes.of(report, null)).isZero();
  }

  @Test
  void doesNotHoldAgainstAnLpsWhatTheSuiteCannotJudge() {
    RunReport report =
        report(NOBODY_UNDECIDED, null, conforming(), requirement(Verdict.NON_COUVERT, true, false));

    assertThat(ExitCodes.of(report, "lgc")).isZero();
  }

  private static final RunReport.Counts NOBODY_UNDECIDED = new RunReport.Counts(1, 0, 0, 0, 0, 0);

  private static RequirementResult conforming() {
    return requirement(Verdict.CONFORME, false, true);
  }

  private static RunReport report(Verdict... verdicts) {
    return report(
        NOBODY_UNDECIDED,
        null,
        Stream.of(verdicts)
            .map(verdict -> requirement(verdict, false, true))
            .toArray(RequirementResult[]::new));
  }

  private static RunReport died(RunReport report) {
    return report(
        report.counts(),
        new Indetermination(Cause.BANC, "Le banc ne répond pas."),
        report.requirements().toArray(RequirementResult[]::new));
  }

  private static RequirementResult requirement(
      Verdict verdict, boolean mandatory, boolean judgeable) {
    return new RequirementResult(
        "R",
        "titre",
        1,
        "INS",
        Level.DOIT,
        Verification.AUTO,
        RuleSource.TEXTE,
        "clé",
        mandatory,
        judgeable,
        verdict,
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static RunReport report(
      RunReport.Counts counts, @Nullable Indetermination cause, RequirementResult... requirements) {
    return new RunReport(
        RunReport.FORMAT,
        Verdict.CONFORME,
        cause,
        counts,
        Instant.EPOCH,
        1,
        null,
        "toutes",
        null,
        new RunReport.RuleSet("1", "00"),
        new RunReport.BenchFacts("http://127.0.0.1:1/", null, List.of(), List.of()),
        new RunReport.LpsFacts("L", "1", null, "http", null, List.of()),
        List.of(),
        List.of(requirements),
        List.of(),
        List.of(),
        List.of());
  }
}
