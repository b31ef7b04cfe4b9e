package fr.socle.documents.datamatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InsDatamatrixTest {

  @Test
  void isWrittenAsTheSheetShows() {
    assertThat(Alix.CONTENT.text()).isEqualTo(Alix.TEXT);
  }

  @Test
  void hasNoSeparatorAfterAnOidOfTwentyCharacters() {
    assertThat(Alix.with("1.2.250.1.213.1.4.10").text())
        .contains("S21.2.250.1.213.1.4.10S3ALIX MARIE-LOU\u001dS4");
  }

  @Test
  void mayBeWithoutBirthPlaceAndThenEndsWithTheDate() {
    InsDatamatrix content =
        new InsDatamatrix(Alix.CONTENT.ins(), "ALIX", "MOQUETTE", "F", "1988-02-29", null);

    assertThat(content.text()).endsWith("S5FS629-02-1988");
    assertThat(DatamatrixReading.of(content.text()).content()).contains(content);
  }

  @Test
  void hasNoSeparatorAfterANameOfTheGreatestLength() {
    String longest = "A".repeat(100);
    InsDatamatrix content =
        new InsDatamatrix(Alix.CONTENT.ins(), longest, longest, "M", "1988-02-29", null);

    assertThat(content.text()).contains("S3" + longest + "S4" + longest + "S5M");
    assertThat(DatamatrixReading.of(content.text()).problems()).isEmpty();
  }

  @Test
  void takesALunarDate() {
    InsDatamatrix content =
        new InsDatamatrix(Alix.CONTENT.ins(), "ALIX", "MOQUETTE", "F", "1957-02-30", "99100");

    assertThat(content.text()).contains("S630-02-1957");
  }

  @Test
  void refusesTraitsThatAreBadlyWritten() {
    assertThatThrownBy(
            () ->
                new InsDatamatrix(Alix.CONTENT.ins(), "Alix", "MOQUETTE", "F", "1988-02-29", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prénoms de naissance (S3)")
        .hasMessageContaining("« Alix »");
  }
}
