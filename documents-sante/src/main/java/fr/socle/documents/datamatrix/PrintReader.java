package fr.socle.documents.datamatrix;

import fr.socle.documents.pdf.WatchedReading;
import fr.socle.documents.pdf.WatchedReading.BusyException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Reads printed documents that others chose: one at a time, within a time, whatever they do to the
 * library that reads them.
 */
public final class PrintReader {
  private static final String AGAIN =
      " : imprimez la page seule, sans image ni dessin compliqué, et recommencez.";

  private final WatchedReading readings;

  /**
   * A reader.
   *
   * @param limit time that a reading may take, and that the next one waits for it
   */
  public PrintReader(Duration limit) {
    this.readings = new WatchedReading("lecture-page", limit);
  }

  /**
   * Reads a document.
   *
   * @param content a PDF, or a picture the Java machine reads (PNG, JPEG, GIF, BMP)
   * @throws UnreadableDocumentException if it is none of these, damaged, too large or too long to
   *     read, or if another one is still being read
   */
  public PrintedDocument read(byte[] content) throws UnreadableDocumentException {
    try {
      return readings.read(() -> PrintedDocument.read(content));
    } catch (BusyException e) {
      throw new UnreadableDocumentException(
          "Le banc lit encore une autre page : recommencez dans un moment.", e);
    } catch (TimeoutException e) {
      throw new UnreadableDocumentException(
          "La page ne se lit pas en " + readings.limit().toSeconds() + " s" + AGAIN, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableDocumentException("La lecture de la page a été interrompue.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableDocumentException known) {
        throw known;
      }
      // What the libraries throw at a hostile page: no memory left, no end of forms in forms.
      throw new UnreadableDocumentException("La page ne se lit pas" + AGAIN, e);
    }
  }
}
