package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedCasesTest {

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
            "Monde « cnda » : 19 personnes publiées, répondues par INSi. Cas du CNDA à rejouer :");
    assertThat(files)
        .contains("  2.06        plusieurs identités")
        .anyMatch(line -> line.strip().equals("DE VINCI / LEONARDO / M / 2014-02-01 : 02"))
        .anyMatch(line -> line.strip().equals("DE VINCI / LEONARDO / M / 2014-02-01 / 63220 : 00"))
        .anyMatch(line -> line.strip().equals("PROVISOIRE / MATRICULE / M / 2009-07-01 : 00"));
    assertThat(platform)
        .anyMatch(line -> line.strip().equals("PROVISOIRE / MATRICULE / M / 2009-07-01 : insi_102"))
        .anyMatch(line -> line.strip().equals("HOUILLES / PAUL / M / 1993-01-27 : insi_102"));
  }

  @Test
  void saysWhatIsNotPublished() {
    assertThat(PublishedCases.lines(Map.of("monde", "cnda")))
        .anyMatch(line -> line.contains("non publié : ce qu'attend le CNDA"));
  }
}
