package fr.socle.documents.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueSetsTest {
  private static final ValueSets CODES = ValueSets.load();

  @Test
  void areThoseOfTheSheetWithTheirOid() {
    assertThat(CODES.typeCode().codes()).hasSize(114);
    assertThat(CODES.typeCode().oid()).isEqualTo("1.2.250.1.213.1.1.5.471");
    assertThat(CODES.typeCode().title()).isEqualTo("JDV_J07 (1.2.250.1.213.1.1.5.471, 2024-09-27)");
    assertThat(CODES.authorSpecialty().codes()).hasSize(396);
    assertThat(CODES.healthcareFacilityTypeCode().codes()).hasSize(69);
    assertThat(CODES.practiceSettingCode().codes()).hasSize(12);
    assertThat(CODES.classCode().codes()).hasSize(12);
    assertThat(CODES.classCode().oid()).isEqualTo("1.2.250.1.213.1.1.5.6");
    // J06 has it, J57 has not.
    assertThat(CODES.classCode().named("99")).isEmpty();
    assertThat(CODES.confidentialityCode().oid()).isEqualTo("1.2.250.1.213.1.1.5.9");
    assertThat(CODES.formatCode().codes()).hasSize(91);
    assertThat(CODES.formatCode().named("urn:ans:ci-sis:trod:2024")).isPresent();
    assertThat(CODES.confidentialityCode().codes()).hasSize(6);
  }

  @Test
  void tellASchemeFromAnother() {
    assertThat(CODES.confidentialityCode().contains("MASQUE_PS", "1.2.250.1.213.1.1.4.13"))
        .isTrue();
    assertThat(CODES.confidentialityCode().contains("MASQUE_PS", "2.16.840.1.113883.5.25"))
        .isFalse();
    assertThat(CODES.contentTypeCode().contains("07", "1.2.250.1.213.2.2")).isTrue();
    assertThat(CODES.contentTypeCode().contains("SA01", "1.2.250.1.71.4.2.4")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "11488-4, 10",
    "60591-5, 11",
    "57833-6, 42",
    "IMG-KOS, 31",
    "EXPPAT_3, 90",
    "ATTEST-RESID, 95"
  })
  void giveTheClassOfAType(String type, String expected) {
    assertThat(ValueSets.classOf(type)).contains(expected);
    assertThat(CODES.classCode().contains(expected, "1.2.250.1.213.1.1.4.1")).isTrue();
  }

  @Test
  void giveTheClassOfTypesThatExist() {
    assertThat(CODES.typeCode().codes().stream().map(Coded::code))
        .filteredOn(code -> ValueSets.classOf(code).isPresent())
        .hasSize(65);
    assertThat(CODES.typeCode().codes().stream().map(Coded::code))
        .filteredOn(code -> ValueSets.seenClassOf(code).isPresent())
        .hasSize(13)
        .noneMatch(code -> ValueSets.classOf(code).isPresent());
    assertThat(ValueSets.classOf("n'existe pas")).isEmpty();
  }

  @Test
  void giveTheFormatOfAnUnstructuredBody() {
    for (String media : List.of("application/pdf", "text/plain", "text/rtf", "image/jpeg")) {
      assertThat(ValueSets.formatOf(media))
          .hasValueSatisfying(
              format ->
                  assertThat(CODES.formatCode().contains(format, "1.3.6.1.4.1.19376.1.2.3"))
                      .isTrue());
    }
  }
}
