package fr.socle.lps.identite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalFormTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "D’ÆION, D'AEION",
        "\" Lefèvre \", LEFEVRE",
        "Garçon-Noël, GARCON-NOEL",
        "\"D'ARTAGNAN DE L'HERAULT\", \"D'ARTAGNAN DE L'HERAULT\"",
        "DUPONT--DURAND, DUPONT--DURAND",
        "'ELISE, 'ELISE"
      })
  void writesABirthNameInTheAlphabetOfInsi(String typed, String sent) throws LexicalRefusal {
    assertThat(LexicalForm.birthName(typed)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({"cœur, COEUR", "Pierre-Alain, PIERRE-ALAIN", "MARIE LOU, MARIE LOU"})
  void writesAFirstNameInTheAlphabetOfInsi(String typed, String sent) throws LexicalRefusal {
    assertThat(LexicalForm.firstName(typed)).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DUPONT2", "DU_PONT", "DUPONT!", "-DUPONT", "D''ART", "LE  GALL", "D 'ART", ""})
  void refusesABirthNameItCannotWriteInsteadOfDroppingALetter(String typed) {
    assertThatThrownBy(() -> LexicalForm.birthName(typed)).isInstanceOf(LexicalRefusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANNE--MARIE", "ANNE-", "ANNE'", "ANNE3"})
  void refusesAFirstNameItCannotWrite(String typed) {
    assertThatThrownBy(() -> LexicalForm.firstName(typed))
        .isInstanceOf(LexicalRefusal.class)
        .hasMessageContaining(typed);
  }
}
