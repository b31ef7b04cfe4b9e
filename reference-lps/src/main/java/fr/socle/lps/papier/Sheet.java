package fr.socle.lps.papier;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;

/** A printed page, as a PDF of one A4 page. */
public final class Sheet {
  private static final float LEFT = 50;
  private static final float TOP = 780;
  private static final float FONT = 11;
  private static final float LEADING = 16;

  /** Points on the side of a module: about half a millimetre. */
  private static final float MODULE = 1.5f;

  private static final float SYMBOL_LEFT = 440;
  private static final char UNPRINTABLE = '?';

  private Sheet() {}

  /**
   * Prints lines, and an INS data matrix beside them.
   *
   * @param lines lines of text
   * @param datamatrix text of the symbol, null for none
   */
  public static byte[] pdf(List<String> lines, @Nullable String datamatrix) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDFont font = new PDType1Font(FontName.HELVETICA);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, font, lines, LEFT, TOP);
        if (datamatrix != null) {
          float bottom = draw(content, InsDatamatrix.modules(datamatrix));
          write(content, font, List.of("INS à scanner"), SYMBOL_LEFT, bottom - LEADING);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(
      PDPageContentStream content, PDFont font, List<String> lines, float left, float top)
      throws IOException {
    content.beginText();
    content.setFont(font, FONT);
    content.setLeading(LEADING);
    content.newLineAtOffset(left, top);
    for (String line : lines) {
      content.showText(printable(font, line));
      content.newLine();
    }
    content.endText();
  }

  /** Draws the dark modules, far from any text; gives the height of the lowest. */
  private static float draw(PDPageContentStream content, BitMatrix modules) throws IOException {
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          content.addRect(SYMBOL_LEFT + x * MODULE, TOP - (y + 1) * MODULE, MODULE, MODULE);
        }
      }
    }
    content.fill();
    return TOP - modules.getHeight() * MODULE;
  }

  /** What the font cannot write is shown as missing rather than refused. */
  private static String printable(PDFont font, String line) {
    StringBuilder shown = new StringBuilder();
    line.codePoints()
        .forEach(
            point -> {
              String one = Character.toString(point);
              try {
                font.encode(one);
                shown.append(one);
              } catch (IOException | IllegalArgumentException e) {
                shown.append(UNPRINTABLE);
              }
            });
    return shown.toString();
  }
}
