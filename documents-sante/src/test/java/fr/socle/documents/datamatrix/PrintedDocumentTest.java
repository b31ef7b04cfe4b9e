package fr.socle.documents.datamatrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDocumentTest {
  private static final float MILLIMETRE = 72 / 25.4f;
  private static final int MODULE = 6;
  private static final int BLACK = 0;
  private static final int WHITE = 0xffffff;

  @Test
  void findsTheSymbolOfAPicture() throws Exception {
    byte[] picture = DatamatrixSymbol.of(Alix.CONTENT).png(4);

    PrintedDocument document = PrintedDocument.read(picture);

    assertThat(document.pages().get(0).symbols())
        .containsExactly(new FoundSymbol(Alix.TEXT, true, true));
    assertThat(document.pages().get(0).lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(floats = {12f, 16f, 25f})
  void findsASmallSymbolInTheCornerOfAPageFullOfText(float millimetres) throws Exception {
    byte[] pdf = page(Alix.TEXT, millimetres);

    PrintedDocument document = PrintedDocument.read(pdf);

    assertThat(document.pages().get(0).symbols())
        .containsExactly(new FoundSymbol(Alix.TEXT, true, true));
    assertThat(document.pages().get(0).lines()).contains("Nom de naissance : MOQUETTE");
  }

  @Test
  void findsEverySymbolOfAPageAndOfTheNextOnes() throws Exception {
    byte[] pdf;
    try (PDDocument document = new PDDocument()) {
      draw(document, Alix.TEXT, 16, 40);
      draw(document, "https://exemple.fr/autre", 16, 120);
      pdf = bytes(document);
    }

    PrintedDocument read = PrintedDocument.read(pdf);

    assertThat(read.pageCount()).isEqualTo(2);
    assertThat(read.pages().get(0).symbols())
        .extracting(FoundSymbol::text)
        .containsExactly(Alix.TEXT);
    assertThat(read.pages().get(1).symbols())
        .extracting(FoundSymbol::text)
        .containsExactly("https://exemple.fr/autre");
  }

  @Test
  void seesThatSomethingIsPrintedWithinAModuleOfASymbol() throws Exception {
    int module = 6;
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(DatamatrixSymbol.of(Alix.CONTENT).png(module)));
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.BLACK);
    int frame = module + module / 2; // half a module away from the symbol
    pen.drawRect(
        frame, frame, picture.getWidth() - 2 * frame - 1, picture.getHeight() - 2 * frame - 1);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);

    assertThat(PrintedDocument.read(out.toByteArray()).pages().get(0).symbols())
        .containsExactly(new FoundSymbol(Alix.TEXT, true, false));
  }

  @Test
  void findsNothingWhereNothingIs() throws Exception {
    byte[] pdf;
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      write(document, page);
      pdf = bytes(document);
    }

    assertThat(PrintedDocument.read(pdf).pages().get(0).symbols()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bonjour", "%PDF-1.7 et puis rien"})
  void saysThatSomethingElseIsNoDocument(String content) {
    assertThatThrownBy(() -> PrintedDocument.read(content.getBytes(UTF_8)))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("imprimez");
  }

  @Test
  void refusesAnImmensePictureWithoutDecodingIt() {
    byte[] huge = DatamatrixSymbol.of(Alix.CONTENT).png(170);

    assertThatThrownBy(() -> PrintedDocument.read(huge))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("12 millions");
  }

  @Test
  void doubtsWhereItReadsNothingOnAPicture() throws Exception {
    assertThat(PrintedDocument.read(DatamatrixSymbol.ofText("autre").png(4)).doubt())
        .hasValueSatisfying(doubt -> assertThat(doubt).contains("en PDF"));
    assertThat(PrintedDocument.read(DatamatrixSymbol.of(Alix.CONTENT).png(4)).doubt()).isEmpty();
  }

  @Test
  void hasNoDoubtWhereNothingLooksLikeASymbol() throws Exception {
    assertThat(PrintedDocument.read(drawn((content, document) -> logo(content))).doubt()).isEmpty();
  }

  @Test
  void doubtsWhereASymbolWouldNotBeRead() throws Exception {
    byte[] pdf =
        drawn(
            (content, document) -> {
              content.drawImage(image(document, symbol(BLACK, WHITE)), 420, 640, 60, 60);
              content.setNonStrokingColor(Color.BLACK);
              content.addRect(440, 655, 22, 22); // A stain.
              content.fill();
            });

    PrintedDocument document = PrintedDocument.read(pdf);

    assertThat(document.pages().get(0).symbols()).isEmpty();
    assertThat(document.doubt())
        .hasValueSatisfying(doubt -> assertThat(doubt).contains("noir sur blanc"));
  }

  @Test
  void readsAFaintSymbol() throws Exception {
    assertReads(
        drawn(
            (content, document) ->
                content.drawImage(image(document, symbol(0xa8a8a8, WHITE)), 420, 640, 60, 60)));
  }

  @Test
  void readsAnInverseSymbol() throws Exception {
    assertReads(
        drawn(
            (content, document) ->
                content.drawImage(image(document, symbol(WHITE, BLACK)), 420, 640, 60, 60)));
  }

  @Test
  void readsASymbolThatTouchesAFrame() throws Exception {
    assertReads(
        drawn(
            (content, document) -> {
              BufferedImage symbol = symbol(BLACK, WHITE);
              int quiet = 2 * MODULE;
              BufferedImage bare =
                  symbol.getSubimage(
                      quiet, quiet, symbol.getWidth() - 2 * quiet, symbol.getHeight() - 2 * quiet);
              content.drawImage(image(document, bare), 420, 640, 60, 60);
              content.addRect(419.5f, 500, 130, 200.5f);
              content.stroke();
            }));
  }

  private interface Drawing {
    void on(PDPageContentStream content, PDDocument document) throws IOException;
  }

  private static void assertReads(byte[] pdf) throws UnreadableDocumentException {
    PrintedDocument document = PrintedDocument.read(pdf);
    assertThat(document.pages().get(0).symbols())
        .extracting(FoundSymbol::text)
        .containsExactly(Alix.TEXT);
    assertThat(document.doubt()).isEmpty();
  }

  private static byte[] drawn(Drawing drawing) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 24);
        content.newLineAtOffset(40, 780);
        content.showText("ORDONNANCE MMM");
        content.endText();
        drawing.on(content, document);
      }
      return bytes(document);
    }
  }

  private static void logo(PDPageContentStream content) throws IOException {
    content.setNonStrokingColor(Color.DARK_GRAY);
    content.addRect(420, 640, 60, 60);
    content.fill();
    for (int i = 0; i <= 8; i++) { // A table.
      content.moveTo(40 + i * 60, 300);
      content.lineTo(40 + i * 60, 600);
      content.moveTo(40, 300 + i * 37.5f);
      content.lineTo(520, 300 + i * 37.5f);
    }
    content.stroke();
  }

  private static BufferedImage symbol(int dark, int light) throws IOException {
    BufferedImage read =
        ImageIO.read(new ByteArrayInputStream(DatamatrixSymbol.of(Alix.CONTENT).png(MODULE)));
    BufferedImage symbol =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++) {
        symbol.setRGB(x, y, (read.getRGB(x, y) & 0xff) == 0 ? dark : light);
      }
    }
    return symbol;
  }

  private static PDImageXObject image(PDDocument document, BufferedImage image) throws IOException {
    return LosslessFactory.createFromImage(document, image);
  }

  private static byte[] page(String text, float millimetres) throws IOException {
    try (PDDocument document = new PDDocument()) {
      draw(document, text, millimetres, 150);
      return bytes(document);
    }
  }

  private static void draw(PDDocument document, String text, float millimetres, float left)
      throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    write(document, page);
    PDImageXObject symbol =
        PDImageXObject.createFromByteArray(document, DatamatrixSymbol.ofText(text).png(3), "ins");
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      content.drawImage(
          symbol,
          left * MILLIMETRE,
          20 * MILLIMETRE,
          millimetres * MILLIMETRE,
          millimetres * MILLIMETRE);
    }
  }

  private static void write(PDDocument document, PDPage page) throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.addRect(20, 60, 550, 760);
      content.stroke();
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 11);
      content.setLeading(14);
      content.newLineAtOffset(40, 780);
      content.showText("Nom de naissance : MOQUETTE");
      for (int i = 0; i < 40; i++) {
        content.newLine();
        content.showText("Une ligne du document, la " + i + "e, comme il y en a tant d'autres.");
      }
      content.endText();
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
