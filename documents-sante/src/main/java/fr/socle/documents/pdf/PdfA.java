package fr.socle.documents.pdf;

import fr.socle.documents.pdf.WatchedReading.BusyException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.ValidationResult.ValidationError;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/**
 * Whether a PDF is one of PDF/A-1b (ISO 19005-1), by the validator of Apache PDFBox. Others choose
 * the files: they are judged one at a time, within a size and a time. Safe for several threads.
 */
public final class PdfA {
  /** So many families of reasons are enough for a reader. */
  private static final int MOST_PROBLEMS = 10;

  private static final long MOST_INFLATED = 48L * 1024 * 1024;

  /** Far more than an honest file of this size takes, on a busy machine too. */
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /** How many verdicts are remembered: one file is often sent again, or to several recipients. */
  private static final int REMEMBERED = 64;

  private final WatchedReading readings;
  private final Map<String, Verdict> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Verdict> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** A judge. */
  public PdfA() {
    this(LIMIT);
  }

  PdfA(Duration limit) {
    this.readings = new WatchedReading("jugement-pdf", limit);
  }

  /**
   * What the validator says.
   *
   * @param judged whether the file was judged: what is too large or too long to read for the bench
   *     is no fault of who made it
   * @param conforms whether the file is PDF/A-1b
   * @param problems the first reasons why it is not, or why it was not judged, in French
   */
  public record Verdict(boolean judged, boolean conforms, List<String> problems) {
    /** Copies the list. */
    public Verdict {
      problems = List.copyOf(problems);
    }

    static Verdict unjudged(String why) {
      return new Verdict(false, false, List.of("Le banc n'a pas jugé ce PDF : " + why));
    }
  }

  /** Judges a file; one that is no PDF does not conform. */
  public Verdict judge(byte[] pdf) {
    String digest = digest(pdf);
    Verdict before = known.get(digest);
    if (before != null) {
      return before;
    }
    try {
      Verdict verdict = readings.read(() -> judged(pdf));
      if (verdict.judged()) {
        known.put(digest, verdict);
      }
      return verdict;
    } catch (BusyException e) {
      return Verdict.unjudged("il en juge encore un autre.");
    } catch (TimeoutException e) {
      return Verdict.unjudged("il n'y parvient pas en " + readings.limit().toSeconds() + " s.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.unjudged("il a été interrompu.");
    } catch (ExecutionException e) { // No memory left, no end of objects in objects.
      return Verdict.unjudged("il ne tient pas dans ses limites (" + e.getCause() + ").");
    }
  }

  private static String digest(byte[] pdf) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Verdict judged(byte[] pdf) {
    if (!InflatedSize.ofPdfIsWithin(pdf, MOST_INFLATED)) {
      return Verdict.unjudged("il dépasse " + (MOST_INFLATED >> 20) + " Mio une fois décompressé.");
    }
    try (PreflightDocument document =
        (PreflightDocument) new PreflightParser(new RandomAccessReadBuffer(pdf)).parse()) {
      ValidationResult result = document.validate();
      return new Verdict(
          true,
          result.isValid(),
          result.getErrorsList().stream()
              .map(PdfA::problem)
              .distinct()
              .limit(MOST_PROBLEMS)
              .toList());
    } catch (IOException | RuntimeException e) { // What the library throws on a broken file.
      return new Verdict(true, false, List.of("le fichier ne se lit pas comme un PDF"));
    }
  }

  /** The families of the validator's codes, in the order of ISO 19005-1. */
  private static String problem(ValidationError error) {
    String code = String.valueOf(error.getErrorCode());
    String family =
        switch (code.isEmpty() ? ' ' : code.charAt(0)) {
          case '1' -> "structure du fichier";
          case '2' -> "couleurs, images ou dessins";
          case '3' -> "polices, qui doivent être incluses";
          case '4' -> "transparence";
          case '5' -> "annotations";
          case '6' -> "actions";
          case '7' -> "métadonnées XMP";
          default -> "autre défaut";
        };
    return family + " (code " + code + ")";
  }
}
