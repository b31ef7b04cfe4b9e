package fr.socle.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of insi.md 5.3, cell by cell. */
class LexicalRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"MOQUETTE", "D'ARTAGNAN DE L'HERAULT", "'T HOOFT", "A--B", "PATB-QUATRE"})
  void acceptsBirthNames(String name) {
    assertThat(LexicalRules.isBirthName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " A", "-A", "A  B", "A''B", "A 'B", "A' B", "Martin", "HÉRAULT", "A1"})
  void refusesBirthNames(String name) {
    assertThat(LexicalRules.isBirthName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALIX", "MARIE-LOU", "'ALI", "JEAN CHRISTOPHE"})
  void acceptsFirstNames(String name) {
    assertThat(LexicalRules.isFirstName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-A", "A--B", "A-", "A'", "A  B", "A' B", "Zoé"})
  void refusesFirstNames(String name) {
    assertThat(LexicalRules.isFirstName(name)).isFalse();
  }

  @Test
  void aBirthNameMayEndWithAHyphenAFirstNameMayNot() {
    assertThat(LexicalRules.isBirthName("A-")).isTrue();
    assertThat(LexicalRules.isFirstName("A-")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"D’Æion, D'AEION", "Cœur, COEUR", "' hérault-Noël ', HERAULT-NOEL", "Ça, CA"})
  void normalisesWhatPeopleType(String typed, String expected) {
    assertThat(LexicalRules.normalise(typed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MARTIN2", "A_B", "QUOI!"})
  void dropsNoCharacterSilently(String typed) {
    assertThatThrownBy(() -> LexicalRules.normalise(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seules les lettres");
  }

  @Test
  void traitsThatBreakARuleCannotBeBuilt() {
    assertThatThrownBy(() -> traits("martin", "ALIX", "1988-02-29", "75056"))
        .hasMessageContaining("Nom de naissance");
    assertThatThrownBy(() -> traits("MARTIN", "A--B", "1988-02-29", "75056"))
        .hasMessageContaining("Prénom");
    assertThatThrownBy(() -> traits("MARTIN", "ALIX", "29/02/1988", "75056"))
        .hasMessageContaining("AAAA-MM-JJ");
    assertThatThrownBy(() -> traits("MARTIN", "ALIX", "1988-00-00", "75056"))
        .hasMessageContaining("00");
    assertThatThrownBy(() -> traits("MARTIN", "ALIX", "1988-02-29", "PARIS"))
        .hasMessageContaining("COG");
    assertThat(traits("MARTIN", "ALIX", "1988-02-30", "2A004").birthDate()).isEqualTo("1988-02-30");
  }

  private static StrictTraits traits(String name, String first, String date, String place) {
    return new StrictTraits(name, List.of(first), Sex.F, date, place);
  }
}
