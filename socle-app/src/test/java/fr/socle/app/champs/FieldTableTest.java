package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.app.champs.FieldTable.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldTableTest {
  private static FieldTable table(List<Row> rules, Map<String, Integer> skipped, String... failed) {
    return new FieldTable(1, 1, rules, List.of(), List.of(), skipped, List.of(failed));
  }

  @Test
  void aRuleThatSpokeInOneSpaceIsNotSilent() {
    FieldTable merged =
        FieldTable.merge(
            List.of(
                table(List.of(new Row("R1", 0, List.of()), new Row("R2", 0, List.of())), Map.of()),
                table(List.of(new Row("R1", 1, List.of("a"))), Map.of())));
    assertThat(merged.silent()).containsExactly("R2");
  }

  @Test
  void countsWhatCouldNotBePlayedAgain() {
    FieldTable merged =
        FieldTable.merge(
            List.of(table(List.of(), Map.of("non", 2)), table(List.of(), Map.of("non", 1))));
    assertThat(merged.skipped()).isEqualTo(Map.of("non", 3));
    assertThat(merged.proved()).isTrue();
  }

  /** What some scenarios record lets a rule speak that is silent with others. */
  @Test
  void aRuleThatDependsOnWhatIsRecordedMaySpeak() {
    Map<String, Integer> nothing = Map.of();
    assertThat(table(List.of(new Row("DMP-T31-4", 1, List.of("a"))), nothing).proved()).isTrue();
    assertThat(table(List.of(new Row("DMP-T31-3", 1, List.of("a"))), nothing).wronglyBeyond())
        .containsExactly("DMP-T31-3");
  }

  @Test
  void anAlterationThatMakesTheBenchFailProvesNothing() {
    assertThat(FieldTable.merge(List.of(table(List.of(), Map.of(), "champ vidé"))).proved())
        .isFalse();
  }
}
