package fr.socle.insi.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.journal.FindingDraft;
import fr.socle.documents.datamatrix.DatamatrixReading;
import fr.socle.documents.datamatrix.FoundSymbol;
import fr.socle.documents.datamatrix.InsDatamatrix;
import fr.socle.documents.ins.Ins;
import fr.socle.insi.check.PrintChecks.Printed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintChecksTest {
  private static final InsDatamatrix ALIX =
      new InsDatamatrix(
          Ins.of("288027505612337", "1.2.250.1.213.1.4.10"),
          "ALIX MARIE-LOU",
          "MOQUETTE",
          "F",
          "1988-02-29",
          "75056");

  @Test
  void findNothingWrongWithARightPrint() {
    assertThat(PrintChecks.ofQualified(List.of(on(1, true, ALIX.text())), ALIX)).isEmpty();
  }

  @Test
  void acceptADataMatrixWithoutBirthPlace() {
    String without = ALIX.text().replace("S775056", "");

    assertThat(PrintChecks.ofQualified(List.of(on(1, true, without)), ALIX)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "IS01, IS02, INSI-T14-3",
    "S5F, S5I, INSI-T14-3",
    "4.10S3, 4.10|S3, INSI-T14-4",
    "LOU|S4, LOUS4, INSI-T14-4",
    "4.10S3, 4.11S3, INSI-T14-2",
    "288027505612337, 188022A00432151, INSI-T14-2",
    "ALIX MARIE-LOU, ALIX, INSI-T14-5",
    "MOQUETTE, TAPIS, INSI-T14-5",
    "S5F, S5M, INSI-T14-5",
    "29-02-1988, 28-02-1988, INSI-T14-5",
    "S775056, S72A004, INSI-T14-5"
  })
  void fireOnWhatIsWrong(String right, String wrong, String rule) {
    String text = ALIX.text().replace(separated(right), separated(wrong));

    assertThat(PrintChecks.ofQualified(List.of(on(1, true, text)), ALIX))
        .extracting(finding -> finding.rule().id())
        .contains(rule)
        .isSubsetOf(rule, "INSI-T14-5"); // a value that is badly written is another one too
  }

  @Test
  void missTheDataMatrixOfAQualifiedIdentity() {
    assertThat(rules(PrintChecks.ofMissing())).containsExactly("INSI-T14-1");
  }

  @Test
  void wantASquareOnTheFirstPage() {
    assertThat(rules(PrintChecks.ofQualified(List.of(on(1, false, ALIX.text())), ALIX)))
        .containsExactly("INSI-T14-6");
    assertThat(rules(PrintChecks.ofQualified(List.of(on(2, true, ALIX.text())), ALIX)))
        .containsExactly("INSI-T14-7");
  }

  @Test
  void wantWhiteAroundTheSymbol() {
    Printed crowded =
        new Printed(
            1, new FoundSymbol(ALIX.text(), true, false), DatamatrixReading.of(ALIX.text()));

    assertThat(rules(PrintChecks.ofQualified(List.of(crowded), ALIX)))
        .containsExactly("INSI-T14-9");
  }

  @Test
  void letAPageBearAnotherInsBesideThePatientsOwn() {
    String mother = ALIX.text().replace("288027505612337", "188022A00432151");

    assertThat(
            PrintChecks.ofQualified(List.of(on(1, true, mother), on(1, true, ALIX.text())), ALIX))
        .isEmpty();
  }

  @Test
  void refuseTheDataMatrixOfAnIdentityThatIsNotQualified() {
    assertThat(PrintChecks.ofUnqualified(List.of(), List.of(), ALIX.ins())).isEmpty();
    assertThat(PrintChecks.ofUnqualified(List.of(on(1, true, ALIX.text())), List.of(), ALIX.ins()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().id()).isEqualTo("INSI-T14-8");
              assertThat(finding.rule().requirements()).containsExactly("INS/va1.53", "INSI-T12");
              assertThat(finding.found()).contains("288027505612337");
            });
  }

  @Test
  void onlyNoteASymbolThatBearsNoIns() {
    String empty = ALIX.text().replaceAll("S1.*S3", "S3");

    assertThat(PrintChecks.ofUnqualified(List.of(on(1, true, empty)), List.of(), ALIX.ins()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().id()).isEqualTo("INSI-T14-11");
              assertThat(finding.rule().requirements()).containsExactly("INSI-T14");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Matricule INS : 2 88 02 75 056 123 37, true",
    "INS 288.0275.056123, true",
    "OID 1.2.250.1.213.1.4.10, true",
    "N° de sécurité sociale : 2 88 02 75 056 123 37, false",
    "INS : non qualifiée, false"
  })
  void seeTheNumberInTheTextWhenItIsCalledIns(String line, boolean seen) {
    List<String> rules =
        rules(PrintChecks.ofUnqualified(List.of(), List.of("Nom", line), ALIX.ins()));

    assertThat(rules).isEqualTo(seen ? List.of("INSI-T14-10") : List.of());
  }

  private static List<String> rules(List<FindingDraft> findings) {
    return findings.stream().map(finding -> finding.rule().id()).toList();
  }

  private static Printed on(int page, boolean square, String text) {
    return new Printed(page, new FoundSymbol(text, square, true), DatamatrixReading.of(text));
  }

  private static String separated(String text) {
    return text.replace('|', InsDatamatrix.SEPARATOR);
  }
}
