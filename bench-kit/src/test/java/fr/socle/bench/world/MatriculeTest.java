package fr.socle.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors of insi.md 5.2. */
class MatriculeTest {

  @ParameterizedTest
  @CsvSource({
    "2360663220836, 56",
    "297022A020778, 78",
    "160012B020777, 13",
    "1090763220834, 89",
    "2090663220123, 55",
    "180032B020401, 23",
    "1810163220751, 40",
    "2790351215189, 89",
    "2880275056123, 37",
    "188022A004321, 51",
    "188022B033321, 81"
  })
  void computesTheKeyCorsicaIncluded(String number, String key) {
    assertThat(Matricule.withComputedKey(number)).isEqualTo(Matricule.of(number, key));
    assertThat(Matricule.of(number + key).value()).isEqualTo(number + key);
  }

  @ParameterizedTest
  @CsvSource({"1810363220456, 60, 76", "2810363220456, 10, 26", "1810163220751, 42, 40"})
  void refusesAWrongKeyAndTellsTheRightOne(String number, String wrong, String right) {
    assertThat(Matricule.problem(number, wrong))
        .hasValueSatisfying(p -> assertThat(p).contains(right));
    assertThatThrownBy(() -> Matricule.of(number, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("la clé calculée est " + right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5880275056123", // first character
        "2881475056123", // month 14
        "2884375056123", // month 43
        "2880075056123", // month 00
        "288022C056123", // letter that is not of Corsica
        "288022A04321", // twelve characters
        "28802750561234", // fourteen
        "288022a004321", // lower case
        "2880275056 12"
      })
  void refusesAWrongStructure(String number) {
    assertThatThrownBy(() -> Matricule.withComputedKey(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("13 caractères");
    assertThat(Matricule.problem(number, "01")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"13", "20", "42", "50", "99"})
  void acceptsTheMonthsOfIncompleteRecords(String month) {
    assertThat(Matricule.withComputedKey("288" + month + "75056123").number()).contains(month);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4", "7", "8"})
  void acceptsEachFirstCharacterAllowed(String first) {
    assertThat(Matricule.withComputedKey(first + "880275056123").number()).startsWith(first);
  }

  @Test
  void refusesAKeyThatIsNotTwoDigits() {
    assertThatThrownBy(() -> Matricule.of("2880275056123", "3A"))
        .hasMessageContaining("deux chiffres");
    assertThatThrownBy(() -> Matricule.of("2880275056123"))
        .hasMessageContaining("15 caractères attendus");
  }

  @Test
  void anInsHasAnOidOfAnAuthorityOfTheIns() {
    assertThat(Ins.of("288027505612337", InsOid.NIA).oid()).isEqualTo("1.2.250.1.213.1.4.9");
    // Number of social security, insi.md 5.1: not an INS.
    assertThatThrownBy(() -> Ins.of("288027505612337", "1.2.250.1.213.1.4.13"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
