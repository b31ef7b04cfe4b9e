package fr.socle.mss.check;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.xml.XmpSerializer;

/** A PDF made to be kept, of one empty page. */
final class ArchivalPdf {
  private ArchivalPdf() {}

  static byte[] titled(String title) {
    try (PDDocument document = new PDDocument()) {
      document.setVersion(1.4f);
      PDPage page = new PDPage();
      page.setResources(new PDResources());
      document.addPage(page);
      document.getDocumentInformation().setTitle(title);
      PDMetadata metadata = new PDMetadata(document);
      metadata.importXMPMetadata(identification(title));
      document.getDocumentCatalog().setMetadata(metadata);
      PDOutputIntent intent =
          new PDOutputIntent(
              document,
              new ByteArrayInputStream(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
      intent.setInfo("sRGB");
      intent.setOutputCondition("sRGB");
      intent.setOutputConditionIdentifier("sRGB");
      intent.setRegistryName("http://www.color.org");
      document.getDocumentCatalog().addOutputIntent(intent);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (Exception e) {
      throw new IllegalStateException("a page cannot be made", e);
    }
  }

  private static byte[] identification(String title) throws TransformerException {
    XMPMetadata xmp = XMPMetadata.createXMPMetadata();
    xmp.createAndAddDublinCoreSchema().setTitle(title);
    PDFAIdentificationSchema schema = xmp.createAndAddPDFAIdentificationSchema();
    schema.setPart(1);
    try {
      schema.setConformance("B");
    } catch (org.apache.xmpbox.type.BadFieldValueException e) {
      throw new IllegalStateException("B is a level of conformance", e);
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    new XmpSerializer().serialize(xmp, written, true);
    return written.toByteArray();
  }
}
