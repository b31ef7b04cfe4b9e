package fr.socle.lps.papier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Sex;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsDatamatrixTest {
  private final InsDatamatrix datamatrix = new InsDatamatrix(Defects.none());

  @Test
  void isWrittenAsTheSheetShows() throws Exception {
    Ins ins = Ins.of("2880275056123", "37", "1.2.250.1.213.1.4.8");

    assertThat(datamatrix.text(ins, alix("75056")).replace('\u001d', '␝'))
        .isEqualTo(
            "IS010000000000000000000000S1288027505612337S21.2.250.1.213.1.4.8␝S3ALIX MARIE-LOU␝"
                + "S4MOQUETTE␝S5FS629-02-1988S775056");
  }

  @Test
  void doesNotCloseAnOidOfTwentyCharactersAndLeavesOutAnUnknownPlace() throws Exception {
    Ins ins = Ins.of("2880275056123", "37", "1.2.250.1.213.1.4.10");

    assertThat(datamatrix.text(ins, alix(null))).contains("4.10S3ALIX").endsWith("S5FS629-02-1988");
  }

  @Test
  void standsOnAPageWhoseTextCanBeReadEvenWithLettersTheFontLacks() throws Exception {
    byte[] page = Sheet.pdf(List.of("Nom de naissance : LEFÈVRE", "Prénom : ŁUCJA"), "IS01");

    try (PDDocument document = Loader.loadPDF(page)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("LEFÈVRE", "?UCJA", "INS à scanner");
    }
  }

  private static Traits alix(@Nullable String place) {
    return new Traits(
        "MOQUETTE", List.of("ALIX", "MARIE-LOU"), "ALIX", Sex.F, "1988-02-29", place, null, null);
  }
}
