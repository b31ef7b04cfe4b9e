package fr.socle.features.etapes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Patient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTextTest {
  private static final List<String> LINES =
      List.of(
          "MOQUETTE Alix",
          "Née le 29/02/1988",
          "Sexe : F",
          "Matricule INS : 2 88 02 75 056 123 37 (NIR)");

  @Test
  void missNothingOfAWholePage() {
    assertThat(missing(LINES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "29 février 1988",
        "29 FÉVR. 1988",
        "1988-02-29",
        "29-2-1988",
        "29.02.1988",
        "29/02/1988",
        "29021988"
      })
  void readADateHoweverItIsWritten(String date) {
    assertThat(missing(with("29/02/1988", date))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "288027505612337 NIR",
        "2\u00a088\u00a002\u00a075\u00a0056\u00a0123\u00a037 NIR",
        "2\u202f88\u202f02\u202f75\u202f056\u202f123 clé 37 NIR",
        "2.88.02.75.056.123.37 - NIR"
      })
  void readANumberHoweverItIsSpaced(String number) {
    assertThat(missing(with("2 88 02 75 056 123 37 (NIR)", number))).isEmpty();
  }

  @Test
  void seeEachTraitThatIsMissing() {
    assertThat(missing(with("MOQUETTE", "TAPIS"))).containsExactly("nom de naissance");
    assertThat(missing(with("Alix", "Lou"))).containsExactly("premier prénom");
    assertThat(missing(with("29/02/1988", "28/02/1988"))).containsExactly("date de naissance");
    assertThat(missing(with("29/02/1988", "129/02/1988"))).containsExactly("date de naissance");
    assertThat(missing(with("Sexe : F", "Sexe : M"))).containsExactly("sexe");
    assertThat(missing(with("Sexe : F", "Sexe : Homme"))).containsExactly("sexe");
    assertThat(missing(with("(NIR)", "(NIA)"))).containsExactly("nature du matricule, à sa suite");
    assertThat(missing(with("(NIR)", ""))).containsExactly("nature du matricule, à sa suite");
    assertThat(missing(with("056 123", "056 124")))
        .containsExactly("matricule", "nature du matricule, à sa suite");
  }

  @Test
  void wantTheKindWithTheNumberAndNotAnywhere() {
    assertThat(missing(List.of("NIR", LINES.get(0), LINES.get(1), LINES.get(2), "288027505612337")))
        .containsExactly("nature du matricule, à sa suite");
  }

  private static List<String> with(String right, String other) {
    return LINES.stream().map(line -> line.replace(right, other)).toList();
  }

  private static List<String> missing(List<String> lines) {
    return new PrintedText(lines)
        .missing(
            new Patient(
                "p",
                null,
                "MOQUETTE",
                List.of("ALIX"),
                "ALIX",
                "F",
                "1988-02-29",
                "75056",
                new Patient.InsNumber("2880275056123", "37", "1.2.250.1.213.1.4.8"),
                List.of()));
  }
}
