package fr.socle.documents.datamatrix;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.documents.datamatrix.DatamatrixProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatamatrixReadingTest {

  @Test
  void readsTheVectorOfTheSheet() {
    DatamatrixReading reading = DatamatrixReading.of(Alix.TEXT);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.content()).contains(Alix.CONTENT);
  }

  @Test
  void readsBlocksInAnyOrder() {
    String text =
        InsDatamatrix.HEADER
            + "S775056S629-02-1988S4MOQUETTE\u001dS5FS1288027505612337S3ALIX MARIE-LOU\u001d"
            + "S21.2.250.1.213.1.4.8";

    DatamatrixReading reading = DatamatrixReading.of(text);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.content()).contains(Alix.CONTENT);
  }

  @ParameterizedTest
  @CsvSource({"1.2.250.1.213.1.4.8, S3", "MARIE-LOU, S4", "MOQUETTE, S5"})
  void seesALostSeparatorAndReadsOn(String before, String after) {
    DatamatrixReading reading =
        DatamatrixReading.of(Alix.TEXT.replace(before + '\u001d' + after, before + after));

    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.SEPARATOR);
              assertThat(problem.found()).isEqualTo("aucun");
              assertThat(problem.mend()).contains("GS");
            });
    assertThat(reading.content()).contains(Alix.CONTENT);
  }

  @ParameterizedTest
  @CsvSource({
    "S1288027505612337, S1288027505612337|",
    "S5F, S5F|",
    "S775056, S775056|",
    "S629-02-1988, S629-02-1988|"
  })
  void seesASeparatorAfterAFixedLengthAndReadsOn(String right, String wrong) {
    DatamatrixReading reading = DatamatrixReading.of(Alix.TEXT.replace(right, separated(wrong)));

    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.SEPARATOR));
    assertThat(reading.content()).contains(Alix.CONTENT);
  }

  @Test
  void seesASeparatorAfterAnOidOfTwentyCharacters() {
    String text = Alix.with("1.2.250.1.213.1.4.10").text().replace("4.10S3", "4.10\u001dS3");

    DatamatrixReading reading = DatamatrixReading.of(text);

    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.SEPARATOR);
              assertThat(problem.location()).contains("OID (S2)");
              assertThat(problem.found()).isEqualTo("␝");
            });
    assertThat(reading.content()).contains(Alix.with("1.2.250.1.213.1.4.10"));
  }

  @Test
  void seesASeparatorAfterTheLastBlockEvenOfVariableLength() {
    String text =
        InsDatamatrix.HEADER
            + "S1288027505612337S5FS629-02-1988S21.2.250.1.213.1.4.8\u001dS3ALIX MARIE-LOU\u001d"
            + "S4MOQUETTE\u001d";

    assertThat(DatamatrixReading.of(text).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.location()).contains("nom de naissance"));
  }

  @Test
  void seesAnotherHeaderAndReadsOn() {
    DatamatrixReading reading = DatamatrixReading.of(Alix.TEXT.replace("IS01", "IS02"));

    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.HEADER));
    assertThat(reading.content()).contains(Alix.CONTENT);
  }

  @Test
  void seesAHeaderThatIsTooShort() {
    DatamatrixReading reading = DatamatrixReading.of(Alix.TEXT.replace("IS010", "IS01"));

    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.HEADER));
    assertThat(reading.content()).contains(Alix.CONTENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"is01", "\u001dIS01", "DC01", ""})
  void knowsAnInsUnderAnotherHeader(String start) {
    String text = Alix.TEXT.replace("IS01", start);

    assertThat(DatamatrixReading.isInsDatamatrix(text)).isTrue();
    assertThat(DatamatrixReading.of(text).problems())
        .anySatisfy(problem -> assertThat(problem.kind()).isEqualTo(Kind.HEADER));
    assertThat(DatamatrixReading.isInsDatamatrix("DC04FR000001S1S2")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "S1288027505612337, ''",
    "S21.2.250.1.213.1.4.8|, ''",
    "S3ALIX MARIE-LOU|, ''",
    "S4MOQUETTE|, ''",
    "S5F, ''",
    "S629-02-1988, ''"
  })
  void seesEachBlockThatIsMissing(String block, String nothing) {
    DatamatrixReading reading = DatamatrixReading.of(Alix.TEXT.replace(separated(block), nothing));

    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.BLOCK);
              assertThat(problem.found()).isEqualTo("absent");
              assertThat(problem.location()).contains(block.substring(0, 2));
            });
    assertThat(reading.content()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "S1288027505612337, S12880275056123, BLOCK",
    "S1288027505612337, S1288027505612342, CONTENT",
    "1.2.250.1.213.1.4.8, 1.2.250.1.213.1.4.2, CONTENT",
    "S3ALIX MARIE-LOU, S3Alix Marie-Lou, CONTENT",
    "S4MOQUETTE, S4, BLOCK",
    "S4MOQUETTE, S4-MOQUETTE, CONTENT",
    "S5F, S5I, CONTENT",
    "S629-02-1988, S61988-02-29, CONTENT",
    "S775056, S77505X, CONTENT",
    "S775056, S77505, BLOCK",
    "S5F, S5FS5F, BLOCK",
    "S5F, S5FS8X, BLOCK"
  })
  void seesAValueThatIsWrong(String right, String wrong, Kind kind) {
    DatamatrixReading reading = DatamatrixReading.of(Alix.TEXT.replace(right, separated(wrong)));

    assertThat(reading.problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.mend()).endsWith("."))
        .anySatisfy(problem -> assertThat(problem.kind()).isEqualTo(kind));
    assertThat(reading.content()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "X", "IS01", "S1", "||", "https://exemple.fr/S1"})
  void survivesAnythingElse(String text) {
    DatamatrixReading reading = DatamatrixReading.of(separated(text));

    assertThat(reading.content()).isEmpty();
    assertThat(reading.problems()).isNotEmpty();
  }

  private static String separated(String text) {
    return text.replace('|', InsDatamatrix.SEPARATOR);
  }
}
