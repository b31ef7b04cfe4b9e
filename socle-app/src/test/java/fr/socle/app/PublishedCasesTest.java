package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedCasesTest {
  private static final String UNDER = " ".repeat(14);

  @Test
  void saysNothingUnlessAWorldIsAskedFor() {
    assertThat(PublishedCases.lines(Map.of("population", "10"))).isEmpty();
  }

  @Test
  void givesWhatIsToBeTypedAndWhatInsiAnswersInThatWorld() {
    List<String> files = PublishedCases.lines(Map.of("monde", "cnda"));
    List<String> platform = PublishedCases.lines(Map.of("monde", "qualification"));

    assertThat(files.get(0))
        .isEqualTo(
            "Monde « cnda » : 19 personnes publiées, répondues par INSi. Cas du CNDA à rejouer"
                + " (numéros publiés, titres de Socle) :");
    assertThat(files)
        .contains("  2.06 cas 1  plusieurs identités")
        .contains(UNDER + "DE VINCI / LEONARDO / M / 2014-02-01 : 02 (plateforme)")
        .contains(UNDER + "DE VINCI / LEONARDO / M / 2014-02-01 / 63220 : 00 (plateforme)")
        .contains(UNDER + "PROVISOIRE / MATRICULE / M / 2009-07-01 : 00 (fichier du CNDA)");
    assertThat(platform)
        .contains(UNDER + "HOUILLES / PAUL / M / 1993-01-27 : insi_102 (plateforme)");
  }

  @Test
  void saysOnThePlatformWhatSocleSupposesOfItsAnswers() {
    List<String> platform = PublishedCases.lines(Map.of("monde", "qualification"));

    assertThat(platform)
        .contains(
            UNDER
                + "PROVISOIRE / MATRICULE / M / 2009-07-01 : insi_102 (panne publiée, son code"
                + " supposé par Socle)",
            UNDER + "CORSE / ANTHONY / M / 1980-03-02 : 00 (supposé par Socle)",
            UNDER + "HERMAN / GATIEN / M / 1981-03-24 : 00 (supposé par Socle)",
            UNDER + "NESSI / NATHALIE / F / 1977-07-14 : 00 (supposé par Socle)");
    assertThat(PublishedCases.lines(Map.of("monde", "cnda")))
        .contains(UNDER + "HERMAN / GATIEN / M / 1981-03-24 : 00 (fichier du CNDA)");
  }

  @ParameterizedTest
  @CsvSource({"1.10, l'INS est gardé comme un NIA", "2.08 cas 2, l'INS est refusé"})
  void neverSaysThatItsOwnGuessIsExpected(String number, String guess) {
    List<String> lines = PublishedCases.lines(Map.of("monde", "cnda"));
    List<String> said =
        lines.subList(
            lines.indexOf(
                lines.stream()
                    .filter(line -> line.startsWith("  " + number + " "))
                    .findFirst()
                    .orElseThrow()),
            lines.size());

    assertThat(said.stream().filter(line -> line.contains("attendu du logiciel")).findFirst())
        .contains(UNDER + "attendu du logiciel : non publié");
    assertThat(said).contains(UNDER + "supposé par Socle : " + guess);
  }

  @Test
  void givesEachNumberOfTheSheetOnce() {
    List<String> lines = PublishedCases.lines(Map.of("monde", "cnda"));

    assertThat(lines)
        .filteredOn(line -> line.matches("  \\d.*"))
        .extracting(line -> line.substring(2, 12).strip())
        .containsExactly(
            "1.01",
            "1.02",
            "1.03",
            "1.10",
            "2.03 cas 1",
            "2.03 cas 2",
            "2.03 cas 3",
            "2.04 cas 1",
            "2.04 cas 2",
            "2.05",
            "2.06 cas 1",
            "2.06 cas 2",
            "2.07 cas 1",
            "2.07 cas 2",
            "2.08 cas 1",
            "2.08 cas 2",
            "3.05 cas 3");
  }

  @Test
  void saysWhatIsNotPublished() {
    assertThat(PublishedCases.lines(Map.of("monde", "cnda")))
        .anyMatch(line -> line.contains("non publié : la réponse d'INSi à la carte"));
  }
}
