package fr.socle.exigences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Judgement.Expected;
import fr.socle.exigences.Judgement.Found;
import fr.socle.exigences.Judgement.NotCovered;
import fr.socle.exigences.Judgement.Undecided;
import fr.socle.exigences.RuleSource.Effect;
import fr.socle.exigences.VerdictLaw.SourcePolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class VerdictLawTest {
  private static final List<RuleSource> SOURCES = List.of(RuleSource.values());
  private static final List<Basis> BASES = List.of(Basis.values());

  private final VerdictLaw law = new VerdictLaw(SourcePolicy.ALL);
  private final VerdictLaw textOnly = new VerdictLaw(SourcePolicy.TEXT_ONLY);

  private static Expected holds(Basis basis, RuleSource source) {
    return new Expected(basis, true, source);
  }

  private static Expected fails(Basis basis, RuleSource source) {
    return new Expected(basis, false, source);
  }

  @Test
  void saysNotCoveredWhenNothingWasSeen() {
    assertThat(law.verdictOf(List.of())).isEqualTo(Verdict.NON_COUVERT);
    assertThat(law.verdictOf(List.of(new NotCovered()))).isEqualTo(Verdict.NON_COUVERT);
  }

  @ParameterizedTest
  @EnumSource(value = Basis.class, names = "DECLARE", mode = Mode.EXCLUDE)
  void saysConformeWhenAnExpectationSeenByOtherEyesThanTheDriverHolds(Basis basis) {
    assertThat(law.verdictOf(List.of(holds(basis, RuleSource.TEXTE)))).isEqualTo(Verdict.CONFORME);
  }

  @Test
  void saysOnlyDeclaredWhenTheDriverAloneSaysSo() {
    assertThat(law.verdictOf(List.of(holds(Basis.DECLARE, RuleSource.TEXTE))))
        .isEqualTo(Verdict.CONFORME_DECLARE);
  }

  @Test
  void saysConformeWhenAFactSupportsWhatTheDriverDeclares() {
    assertThat(
            law.verdictOf(
                List.of(
                    holds(Basis.DECLARE, RuleSource.TEXTE), holds(Basis.TRAFIC, RuleSource.TEXTE))))
        .isEqualTo(Verdict.CONFORME);
  }

  @Test
  void keepsTheFactsWhenAnotherScenarioWasNotCovered() {
    assertThat(law.verdictOf(List.of(holds(Basis.ETAT, RuleSource.TEXTE), new NotCovered())))
        .isEqualTo(Verdict.CONFORME);
  }

  @ParameterizedTest
  @EnumSource(
      value = RuleSource.class,
      names = {"TEXTE", "NORME", "SECONDE_MAIN"})
  void saysNonConformeWhenABlockingRuleIsBroken(RuleSource source) {
    assertThat(law.verdictOf(List.of(new Found(source)))).isEqualTo(Verdict.NON_CONFORME);
    assertThat(law.verdictOf(List.of(fails(Basis.DECLARE, source))))
        .isEqualTo(Verdict.NON_CONFORME);
  }

  @ParameterizedTest
  @EnumSource(
      value = RuleSource.class,
      names = {"VU", "CONNU"})
  void saysReserveWhenOnlyAnObservedOrKnownHabitIsBroken(RuleSource source) {
    assertThat(law.verdictOf(List.of(new Found(source), holds(Basis.TRAFIC, RuleSource.TEXTE))))
        .isEqualTo(Verdict.RESERVE);
    assertThat(law.verdictOf(List.of(fails(Basis.TRAFIC, source)))).isEqualTo(Verdict.RESERVE);
  }

  @Test
  void neverJudgesByAnAssumption() {
    assertThat(law.verdictOf(List.of(new Found(RuleSource.SUPPOSE))))
        .isEqualTo(Verdict.NON_COUVERT);
    assertThat(law.verdictOf(List.of(fails(Basis.TRAFIC, RuleSource.SUPPOSE))))
        .isEqualTo(Verdict.NON_COUVERT);
    assertThat(law.verdictOf(List.of(holds(Basis.TRAFIC, RuleSource.SUPPOSE))))
        .isEqualTo(Verdict.NON_COUVERT);
  }

  @Test
  void letsAnAssumptionChangeNothingToWhatFactsSay() {
    assertThat(
            law.verdictOf(
                List.of(
                    holds(Basis.TRAFIC, RuleSource.TEXTE),
                    new Found(RuleSource.SUPPOSE),
                    fails(Basis.TRAFIC, RuleSource.SUPPOSE))))
        .isEqualTo(Verdict.CONFORME);
  }

  @Test
  void putsTheBreachBeforeTheFailureOfTheBenchAndThatBeforeTheReserve() {
    Judgement breach = new Found(RuleSource.TEXTE);
    Judgement failure = new Undecided();
    Judgement reserve = new Found(RuleSource.VU);
    Judgement fact = holds(Basis.TRAFIC, RuleSource.TEXTE);
    Judgement word = holds(Basis.DECLARE, RuleSource.TEXTE);
    Judgement absent = new NotCovered();

    assertThat(law.verdictOf(List.of(absent, word, fact, reserve, failure, breach)))
        .isEqualTo(Verdict.NON_CONFORME);
    assertThat(law.verdictOf(List.of(absent, word, fact, reserve, failure)))
        .isEqualTo(Verdict.INDETERMINE);
    assertThat(law.verdictOf(List.of(absent, word, fact, reserve))).isEqualTo(Verdict.RESERVE);
    assertThat(law.verdictOf(List.of(absent, word, fact))).isEqualTo(Verdict.CONFORME);
    assertThat(law.verdictOf(List.of(absent, word))).isEqualTo(Verdict.CONFORME_DECLARE);
    assertThat(law.verdictOf(List.of(absent))).isEqualTo(Verdict.NON_COUVERT);
  }

  @Test
  void lowersSecondHandSourcesAndNothingElseUnderTheTextPolicy() {
    assertThat(textOnly.effectOf(RuleSource.SECONDE_MAIN)).isEqualTo(Effect.RESERVE);
    assertThat(textOnly.verdictOf(List.of(new Found(RuleSource.SECONDE_MAIN))))
        .isEqualTo(Verdict.RESERVE);
    assertThat(Stream.of(RuleSource.values()).filter(source -> source != RuleSource.SECONDE_MAIN))
        .allSatisfy(
            source -> assertThat(textOnly.effectOf(source)).isEqualTo(law.effectOf(source)));
  }

  /** Thousands of sets of judgements, by a seed printed when one of them fails. */
  @ParameterizedTest
  @EnumSource(SourcePolicy.class)
  void neverBlocksWithoutABreachOfABlockingSourceAndNeverDependsOnTheOrder(SourcePolicy policy) {
    VerdictLaw judged = new VerdictLaw(policy);
    for (long seed = 0; seed < 5_000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<Judgement> judgements = anySet(random);
      boolean blockingBreach =
          judgements.stream()
              .flatMap(judgement -> breachedSource(judgement).stream())
              .anyMatch(source -> judged.effectOf(source) == Effect.BLOQUANT);

      assertThat(judged.verdictOf(judgements) == Verdict.NON_CONFORME)
          .as("seed %d: %s", seed, judgements)
          .isEqualTo(blockingBreach);

      List<Judgement> reversed = new ArrayList<>(judgements);
      Collections.reverse(reversed);
      assertThat(judged.verdictOf(reversed))
          .as("seed %d reversed", seed)
          .isEqualTo(judged.verdictOf(judgements));
    }
  }

  @Test
  void neverBlocksOnWhatWasOnlySeenKnownOrAssumedWhateverComesWithIt() {
    List<RuleSource> weak = List.of(RuleSource.VU, RuleSource.CONNU, RuleSource.SUPPOSE);
    for (SourcePolicy policy : SourcePolicy.values()) {
      for (RuleSource source : weak) {
        for (Basis basis : Basis.values()) {
          for (RuleSource around : RuleSource.values()) {
            assertThat(
                    new VerdictLaw(policy)
                        .verdictOf(
                            List.of(
                                new Found(source),
                                fails(basis, source),
                                holds(basis, around),
                                new NotCovered(),
                                new Undecided())))
                .isEqualTo(Verdict.INDETERMINE);
            assertThat(
                    new VerdictLaw(policy)
                        .verdictOf(
                            List.of(new Found(source), fails(basis, source), holds(basis, around))))
                .isNotEqualTo(Verdict.NON_CONFORME);
          }
        }
      }
    }
  }

  private static List<RuleSource> breachedSource(Judgement judgement) {
    if (judgement instanceof Found found) {
      return List.of(found.source());
    }
    return judgement instanceof Expected expected && !expected.ok()
        ? List.of(expected.source())
        : List.of();
  }

  private static <T> T oneOf(List<T> values, RandomGenerator random) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<Judgement> anySet(RandomGenerator random) {
    List<Judgement> judgements = new ArrayList<>();
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      RuleSource source = oneOf(SOURCES, random);
      Basis basis = oneOf(BASES, random);
      judgements.add(
          switch (random.nextInt(5)) {
            case 0 -> new Found(source);
            case 1 -> new NotCovered();
            case 2 -> new Undecided();
            default -> new Expected(basis, random.nextBoolean(), source);
          });
    }
    return judgements;
  }
}
