package fr.socle.documents.datamatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages that are made to break their reader; it lives, and reads the next one. */
class HostilePrintTest {
  private final PrintReader reader = new PrintReader(Duration.ofSeconds(20));

  @AfterEach
  void readsTheNextPage() throws Exception {
    assertThat(reader.read(DatamatrixSymbol.of(Alix.CONTENT).png(4)).pages().get(0).symbols())
        .containsExactly(new FoundSymbol(Alix.TEXT, true, true));
  }

  @Test
  void refusesAPdfThatInflatesWithoutEnd() throws Exception {
    byte[] bomb = pdf(zeros(200), null);

    assertThat(bomb).hasSizeLessThan(400 * 1024);
    refuses(bomb, "décompressé");
  }

  @Test
  void refusesABombWithinABomb() throws Exception {
    refuses(pdf(deflated(zeros(200)), COSName.FLATE_DECODE), "décompressé");
  }

  @Test
  void refusesAnImmensePictureWithinAPdf() throws Exception {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      COSStream stream = new COSStream();
      stream.setItem(COSName.TYPE, COSName.XOBJECT);
      stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
      stream.setInt(COSName.WIDTH, 30_000);
      stream.setInt(COSName.HEIGHT, 30_000);
      stream.setInt(COSName.BITS_PER_COMPONENT, 1);
      stream.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
      try (OutputStream out = stream.createRawOutputStream()) {
        out.write(0);
      }
      PDResources resources = new PDResources();
      resources.put(COSName.getPDFName("I"), new PDImageXObject(new PDStream(stream), resources));
      page.setResources(resources);

      refuses(bytes(document), "12 millions");
    }
  }

  @Test
  void refusesFormsThatHoldEachOtherWithoutEnd() throws Exception {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDResources resources = new PDResources();
      PDFormXObject form = new PDFormXObject(document);
      form.setBBox(PDRectangle.A4);
      form.setResources(resources);
      // Each draws itself twice: without bound, a page that never ends.
      try (OutputStream out = form.getContentStream().createOutputStream()) {
        out.write("/F Do /F Do".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
      resources.put(COSName.getPDFName("F"), form);
      page.setResources(resources);
      PDStream content = new PDStream(document);
      try (OutputStream out = content.createOutputStream()) {
        out.write("/F Do".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
      page.setContents(content);

      PrintReader hasty = new PrintReader(Duration.ofSeconds(3));
      assertThatReadsOrRefuses(hasty, bytes(document));
    }
  }

  @Test
  void readsABlackPictureAndOneOfDust() throws Exception {
    assertThat(reader.read(picture((x, y) -> true)).pages().get(0).symbols()).isEmpty();
    assertThat(reader.read(picture((x, y) -> x % 2 == 0 && y % 2 == 0)).doubt()).isPresent();
  }

  private interface Ink {
    boolean isAt(int x, int y);
  }

  private static byte[] picture(Ink ink) throws IOException {
    BufferedImage image = new BufferedImage(3000, 3000, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, ink.isAt(x, y) ? 0 : 0xffffff);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static void assertThatReadsOrRefuses(PrintReader reader, byte[] page) {
    try {
      assertThat(reader.read(page).pageCount()).isEqualTo(1);
    } catch (UnreadableDocumentException e) {
      assertThat(e).hasMessageContaining("imprimez");
    }
  }

  private void refuses(byte[] page, String because) {
    assertThatThrownBy(() -> reader.read(page))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(because)
        .hasMessageContaining("imprimez");
  }

  /** Megabytes of spaces, deflated. */
  private static byte[] zeros(int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] one = new byte[1024 * 1024];
      for (int i = 0; i < megabytes; i++) {
        deflate.write(one);
      }
    }
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] pdf(byte[] compressed, @org.jspecify.annotations.Nullable COSName twice)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      COSStream stream = new COSStream();
      COSArray filters = new COSArray();
      filters.add(COSName.FLATE_DECODE);
      if (twice != null) {
        filters.add(twice);
      }
      stream.setItem(COSName.FILTER, filters);
      try (OutputStream out = stream.createRawOutputStream()) {
        out.write(compressed);
      }
      COSDictionary dictionary = page.getCOSObject();
      dictionary.setItem(COSName.CONTENTS, stream);
      return bytes(document);
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
