package fr.socle.lps.identite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsTest {

  private static final String TEST_OID = "1.2.250.1.213.1.4.10";

  @ParameterizedTest
  @CsvSource({
    "2360663220836, 56",
    "297022A020778, 78",
    "160012B020777, 13",
    "180032B020401, 23",
    "188022A004321, 51",
    "188022B033321, 81",
    "2880275056123, 37"
  })
  void acceptsARightKeyCorsicaIncluded(String matricule, String key) throws InsRefused {
    assertThat(Ins.of(matricule, key, TEST_OID)).isEqualTo(new Ins(matricule, key, TEST_OID));
  }

  @ParameterizedTest
  @CsvSource({"1810363220456, 60", "2810363220456, 10", "1810163220751, 42"})
  void refusesAWrongKey(String matricule, String key) {
    assertThatThrownBy(() -> Ins.of(matricule, key, TEST_OID))
        .isInstanceOf(InsRefused.class)
        .hasMessageContaining("clé");
  }

  @Test
  void refusesAMissingKey() {
    assertThatThrownBy(() -> Ins.of("2880275056123", "", TEST_OID)).isInstanceOf(InsRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5880275056123", "2881475056123", "28802750561234", "2880275AB6123", ""})
  void refusesWhatHasNotTheFormOfAMatricule(String matricule) {
    assertThatThrownBy(() -> Ins.of(matricule, "37", TEST_OID))
        .isInstanceOf(InsRefused.class)
        .hasMessageContaining("forme");
  }

  @Test
  void refusesTheOidOfASocialSecurityNumber() {
    assertThatThrownBy(() -> Ins.of("2880275056123", "37", "1.2.250.1.213.1.4.13"))
        .isInstanceOf(InsRefused.class)
        .hasMessageContaining("OID");
  }

  @Test
  void acceptsTheOidOfATemporaryNumber() throws InsRefused {
    assertThat(Ins.of("1090763220888", "35", "1.2.250.1.213.1.4.9").oid())
        .isEqualTo("1.2.250.1.213.1.4.9");
  }
}
