package fr.socle.documents.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Whether a PDF is one of PDF/A-1b (ISO 19005-1), by the validator of Apache PDFBox. */
public final class PdfA {
  /** So many reasons are enough for a reader. */
  private static final int MOST_PROBLEMS = 10;

  private PdfA() {}

  /**
   * What the validator says.
   *
   * @param conforms whether the file is PDF/A-1b
   * @param problems the first reasons why it is not, as the library words them
   */
  public record Verdict(boolean conforms, List<String> problems) {
    /** Copies the list. */
    public Verdict {
      problems = List.copyOf(problems);
    }
  }

  /** Judges a file; one that is no PDF does not conform. */
  public static Verdict judge(byte[] pdf) {
    try (PreflightDocument document =
        (PreflightDocument) new PreflightParser(new RandomAccessReadBuffer(pdf)).parse()) {
      ValidationResult result = document.validate();
      return new Verdict(
          result.isValid(),
          result.getErrorsList().stream()
              .map(error -> error.getErrorCode() + " " + error.getDetails())
              .distinct()
              .limit(MOST_PROBLEMS)
              .toList());
    } catch (IOException | RuntimeException e) { // What the library throws on a broken file.
      return new Verdict(false, List.of(String.valueOf(e.getMessage())));
    }
  }
}
