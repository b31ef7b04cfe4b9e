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
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDocumentTest {
  private static final float MILLIMETRE = 72 / 25.4f;

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
        .hasMessageContaining("40 millions");
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
