package fr.socle.lps.papier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.common.BitMatrix;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.jspecify.annotations.Nullable;

/** Pages to keep: a PDF/A-1b, its font and its colours inside (ISO 19005-1). */
public final class ArchivalPages {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float LEFT = 50;
  private static final float TOP = 790;
  private static final float BOTTOM = 90;
  private static final float SIZE = 10;
  private static final float LEADING = 14;
  private static final float NOTICE_SIZE = 8;
  private static final float NOTICE_TOP = 62;
  private static final float NARROW = 370;
  private static final float WIDE = 495;
  private static final float MODULE = 1.5f;
  private static final float SYMBOL_LEFT = 440;
  private static final int BESIDE_SYMBOL = 10;

  private ArchivalPages() {}

  /**
   * Prints a document.
   *
   * @param title title of the file
   * @param lines lines of text, cut when they are too long for the page
   * @param notice what stands at the bottom of every page
   * @param datamatrix text of the INS data matrix of the first page, null for none
   * @param says whether it says what it is
   */
  public static byte[] pdf(
      String title, List<String> lines, String notice, @Nullable String datamatrix, boolean says) {
    try (PDDocument document = new PDDocument()) {
      document.setVersion(1.4f);
      document.setDocumentId((long) List.of(title, lines, notice).hashCode()); // not the time
      PDFont font = font(document);
      List<String> left = fitted(font, lines);
      boolean first = true;
      int room = (int) ((TOP - BOTTOM) / LEADING);
      do {
        List<String> here = left.subList(0, Math.min(room, left.size()));
        page(document, font, here, notice, first ? datamatrix : null);
        left = left.subList(here.size(), left.size());
        first = false;
      } while (!left.isEmpty());
      describe(document, title, says);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDFont font(PDDocument document) throws IOException {
    try (InputStream data =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), "police absente")) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(data));
      document.registerTrueTypeFontForClosing(font);
      // Joining letters costs more than the rest of the page, and a text to be found again needs
      // none.
      font.setEnableGsub(false);
      return PDType0Font.load(document, font, true);
    }
  }

  private static void page(
      PDDocument document,
      PDFont font,
      List<String> lines,
      String notice,
      @Nullable String datamatrix)
      throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      write(content, font, SIZE, LEADING, lines, LEFT, TOP);
      write(
          content, font, NOTICE_SIZE, SIZE, cut(font, notice, NOTICE_SIZE, WIDE), LEFT, NOTICE_TOP);
      if (datamatrix != null) {
        float bottom = draw(content, InsDatamatrix.modules(datamatrix));
        write(
            content, font, SIZE, LEADING, List.of("INS à scanner"), SYMBOL_LEFT, bottom - LEADING);
      }
    }
  }

  private static void write(
      PDPageContentStream content,
      PDFont font,
      float size,
      float leading,
      List<String> lines,
      float left,
      float top)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.setLeading(leading);
    content.newLineAtOffset(left, top);
    for (String line : lines) {
      content.showText(line);
      content.newLine();
    }
    content.endText();
  }

  private static float draw(PDPageContentStream content, BitMatrix modules) throws IOException {
    float top = TOP + LEADING;
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          content.addRect(SYMBOL_LEFT + x * MODULE, top - (y + 1) * MODULE, MODULE, MODULE);
        }
      }
    }
    content.fill();
    return top - modules.getHeight() * MODULE;
  }

  /** Lines cut at the width of the page, narrower beside the data matrix. */
  private static List<String> fitted(PDFont font, List<String> lines) throws IOException {
    List<String> fitted = new ArrayList<>();
    for (String line : lines) {
      float width = fitted.size() < BESIDE_SYMBOL ? NARROW : WIDE;
      fitted.addAll(cut(font, line, SIZE, width));
    }
    return fitted;
  }

  private static List<String> cut(PDFont font, String line, float size, float width)
      throws IOException {
    List<String> cut = new ArrayList<>();
    StringBuilder now = new StringBuilder();
    for (String word : printable(font, line).split(" ", -1)) {
      String longer = now.isEmpty() ? word : now + " " + word;
      if (!now.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
        cut.add(now.toString());
        now.setLength(0);
        now.append(word);
      } else {
        now.setLength(0);
        now.append(longer);
      }
    }
    cut.add(now.toString());
    return cut;
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
                shown.append('?');
              }
            });
    return shown.toString();
  }

  private static void describe(PDDocument document, String title, boolean says) throws IOException {
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp(title, says).getBytes(UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
    ICC_Profile profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    PDOutputIntent intent =
        new PDOutputIntent(document, new ByteArrayInputStream(profile.getData()));
    intent.setInfo("sRGB IEC61966-2.1");
    intent.setOutputCondition("sRGB IEC61966-2.1");
    intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    intent.setRegistryName("http://www.color.org");
    document.getDocumentCatalog().addOutputIntent(intent);
  }

  private static String xmp(String title, boolean says) {
    String shown = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
        + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        + "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
        + (says ? "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" : "")
        + "</rdf:Description>"
        + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
        + shown
        + "</rdf:li></rdf:Alt></dc:title>"
        + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
  }
}
