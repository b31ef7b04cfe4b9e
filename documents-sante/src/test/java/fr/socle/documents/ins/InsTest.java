package fr.socle.documents.ins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsTest {

  @ParameterizedTest
  @CsvSource({
    "2360663220836, 56",
    "297022A020778, 78",
    "160012B020777, 13",
    "2880275056123, 37",
    "188022A004321, 51",
    "188022B033321, 81"
  })
  void acceptsTheKeysOfTheSheetCorsicaIncluded(String matricule, String key) {
    Ins ins = new Ins(matricule, key, InsKind.NIR_TEST.oid());

    assertThat(ins.value()).isEqualTo(matricule + key);
    assertThat(Ins.of(matricule + key, ins.oid())).isEqualTo(ins);
  }

  @ParameterizedTest
  @CsvSource({"1810363220456, 60, 76", "2810363220456, 10, 26", "1810163220751, 42, 40"})
  void saysWhichKeyWasExpected(String matricule, String wrong, String right) {
    assertThatThrownBy(() -> new Ins(matricule, wrong, InsKind.NIR.oid()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wrong)
        .hasMessageContaining(right);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.250.1.213.1.4.8, NIR, false",
    "1.2.250.1.213.1.4.9, NIA, false",
    "1.2.250.1.213.1.4.10, NIR, true",
    "1.2.250.1.213.1.4.11, NIR, true"
  })
  void knowsWhatItsAuthorityAssigns(String oid, String label, boolean fictitious) {
    InsKind kind = Ins.of("288027505612337", oid).kind();

    assertThat(kind.oid()).isEqualTo(oid);
    assertThat(kind.label()).isEqualTo(label);
    assertThat(kind.isFictitious()).isEqualTo(fictitious);
  }

  @ParameterizedTest
  @CsvSource({"1.2.250.1.213.1.4.2", "1.2.250.1.213.1.4.13", "1.2.250.1.213.1.4", "''"})
  void refusesAnOidThatIsNotOneOfAnIns(String oid) {
    assertThatThrownBy(() -> Ins.of("288027505612337", oid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("autorité d'affectation");
  }

  @Test
  void refusesAMatriculeWithoutItsKey() {
    assertThatThrownBy(() -> Ins.of("2880275056123", InsKind.NIR.oid()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("13 trouvés");
  }
}
