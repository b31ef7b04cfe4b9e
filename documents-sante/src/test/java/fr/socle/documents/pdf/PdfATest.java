package fr.socle.documents.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.documents.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.xml.XmpSerializer;
import org.junit.jupiter.api.Test;

class PdfATest {

  @Test
  void recognizesAFileMadeToBeKept() throws Exception {
    assertThat(new PdfA().judge(kept())).isEqualTo(new PdfA.Verdict(true, true, List.of()));
  }

  @Test
  void readsTheSameFileOnce() throws Exception {
    PdfA judge = new PdfA();
    byte[] file = kept();

    PdfA.Verdict first = judge.judge(file);

    assertThat(judge.judge(file.clone())).isSameAs(first);
  }

  @Test
  void saysWhyAnOrdinaryPdfIsNone() {
    PdfA.Verdict verdict = new PdfA().judge(Samples.plainPdf());

    assertThat(verdict.judged()).isTrue();
    assertThat(verdict.conforms()).isFalse();
    assertThat(verdict.problems())
        .contains("métadonnées XMP (code 7.1)")
        .allSatisfy(problem -> assertThat(problem).matches("[^()]+ \\(code [0-9.]+\\)"));
  }

  @Test
  void doesNotJudgeWhatInflatesWithoutEnd() throws Exception {
    byte[] bomb = Samples.inflatingPdf();

    assertThat(bomb).hasSizeLessThan(400 * 1024);
    assertThat(new PdfA().judge(bomb))
        .isEqualTo(
            new PdfA.Verdict(
                false,
                false,
                List.of("Le banc n'a pas jugé ce PDF : il dépasse 48 Mio une fois décompressé.")));
  }

  @Test
  void doesNotJudgeWhatInflatesWithoutEndUnderAHeaderThatIsNone() {
    byte[] headless = Samples.headlessPdf();

    assertThat(headless).isNotEqualTo(Samples.inflatingPdf());
    assertThat(new PdfA().judge(headless).judged()).isFalse();
  }

  @Test
  void stopsMeasuringAtTheLimit() {
    byte[] words = "stream\n".repeat(1_000_000).getBytes(UTF_8);

    assertThat(InflatedSize.ofPdfIsWithin(words, 1 << 20)).isFalse();
    assertThat(InflatedSize.ofPdfIsWithin("stream\n".getBytes(UTF_8), 0)).isTrue();
  }

  @Test
  void doesNotJudgeWhatTakesTooLongAndJudgesTheNextOne() throws Exception {
    assertThat(new PdfA(Duration.ZERO).judge(kept()).judged()).isFalse();
    PdfA judge = new PdfA();
    assertThat(judge.judge(Samples.inflatingPdf()).judged()).isFalse();
    assertThat(judge.judge(kept()).conforms()).isTrue();
  }

  @Test
  void survivesWhatIsNoPdf() {
    assertThat(new PdfA().judge("bonjour".getBytes(UTF_8)).conforms()).isFalse();
    assertThat(new PdfA().judge(new byte[0]).conforms()).isFalse();
  }

  /** One empty page with what PDF/A-1b asks: metadata and a colour profile. */
  private static byte[] kept() throws Exception {
    try (PDDocument document = new PDDocument()) {
      document.setVersion(1.4f);
      PDPage page = new PDPage();
      page.setResources(new PDResources());
      document.addPage(page);
      document.getDocumentInformation().setTitle("Essai");
      XMPMetadata xmp = XMPMetadata.createXMPMetadata();
      xmp.createAndAddDublinCoreSchema().setTitle("Essai");
      PDFAIdentificationSchema identification = xmp.createAndAddPDFAIdentificationSchema();
      identification.setPart(1);
      identification.setConformance("B");
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      new XmpSerializer().serialize(xmp, written, true);
      PDMetadata metadata = new PDMetadata(document);
      metadata.importXMPMetadata(written.toByteArray());
      document.getDocumentCatalog().setMetadata(metadata);
      byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
      PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
      intent.setInfo("sRGB");
      intent.setOutputCondition("sRGB");
      intent.setOutputConditionIdentifier("sRGB");
      intent.setRegistryName("http://www.color.org");
      document.getDocumentCatalog().addOutputIntent(intent);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    }
  }
}
