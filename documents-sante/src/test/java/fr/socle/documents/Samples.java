package fr.socle.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.documents.codes.Coded;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.hl7.Xcn;
import fr.socle.documents.hl7.Xon;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** A document of our own about nobody, and its metadata. */
public final class Samples {
  private static final Author AUTHOR =
      new Author(
          List.of(Xon.structure("CABINET FICTIF", "499900099997001").text()),
          List.of(Xcn.professional("899900099997", "DUPONT-TEST", "LEA").text()),
          List.of(),
          List.of(
              "G15_10/SM26^Médecin - Qualifié en Médecine Générale (SM)^1.2.250.1.213.1.1.4.5"));
  private static final String PATIENT = Cx.ins("275039999901191", "1.2.250.1.213.1.4.10").text();

  private Samples() {}

  /** The text of the document: N1, with a PDF that is no PDF/A. */
  public static String n1() {
    try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("modele.xml"))) {
      return new String(in.readAllBytes(), UTF_8)
          .replace("@PDF@", Base64.getMimeEncoder().encodeToString(plainPdf()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDF of one empty page, not made to be kept. */
  public static byte[] plainPdf() {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small PDF whose page inflates to a hundred mebibytes. */
  public static byte[] inflatingPdf() {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDStream content = new PDStream(document);
      try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < 100; i++) {
          out.write(block);
        }
      }
      page.setContents(content);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, without the header of what is compressed, which readers do not look at. */
  public static byte[] headlessPdf() {
    byte[] pdf = inflatingPdf();
    for (int i = 0; i + 3 < pdf.length; i++) {
      // The end of the word stream, and what every zlib stream begins with.
      if (pdf[i] == 'm' && pdf[i + 1] == '\r' && pdf[i + 2] == '\n' && pdf[i + 3] == 0x78) {
        pdf[i + 3] = '\n';
        pdf[i + 4] = '\n';
      }
    }
    return pdf;
  }

  /** The metadata of the document. */
  public static RegistryObjectBuilder entry() {
    return RegistryObjectBuilder.document("Document01", "text/xml")
        .slot("creationTime", "20260115093000")
        .slot("serviceStartTime", "20260115090000")
        .slot("languageCode", "fr-FR")
        .slot("legalAuthenticator", Xcn.professional("899900099997", "DUPONT-TEST", "LEA").text())
        .slot("sourcePatientId", "IPP-1^^^&1.3.6.1.4.1.32473.30&ISO^PI")
        .slot("sourcePatientInfo", "PID-5|TESTEUR^ALMA^^^^^L", "PID-7|19750301", "PID-8|F")
        .name("Compte rendu de consultation")
        .authors(Scheme.AUTHOR, AUTHOR)
        .codes(Scheme.CLASS_CODE, new Coded("10", "1.2.250.1.213.1.1.4.1", "Compte rendu"))
        .codes(
            Scheme.TYPE_CODE,
            new Coded(
                "11488-4", "2.16.840.1.113883.6.1", "CR ou fiche de consultation ou de visite"))
        .codes(
            Scheme.FORMAT_CODE,
            new Coded("urn:ihe:iti:xds-sd:pdf:2008", "1.3.6.1.4.1.19376.1.2.3", "Document PDF"))
        .codes(Scheme.CONFIDENTIALITY_CODE, new Coded("N", "2.16.840.1.113883.5.25", "Normal"))
        .codes(
            Scheme.HEALTHCARE_FACILITY_TYPE_CODE,
            new Coded("SA07", "1.2.250.1.71.4.2.4", "Cabinet individuel"))
        .codes(
            Scheme.PRACTICE_SETTING_CODE,
            new Coded("AMBULATOIRE", "1.2.250.1.213.1.1.4.9", "Ambulatoire"))
        .identifier(Scheme.PATIENT_ID, PATIENT)
        .identifier(Scheme.UNIQUE_ID, "1.3.6.1.4.1.32473.20^D1");
  }

  /** The submission set of the document. */
  public static RegistryObjectBuilder set() {
    return RegistryObjectBuilder.submissionSet("SubmissionSet01")
        .slot("submissionTime", "20260115093000")
        .authors(Scheme.SUBMISSION_SET_AUTHOR, AUTHOR)
        .codes(
            Scheme.CONTENT_TYPE_CODE,
            new Coded("07", "1.2.250.1.213.2.2", "Consultations soins externes"))
        .identifier(Scheme.SUBMISSION_SET_PATIENT_ID, PATIENT)
        .identifier(Scheme.SOURCE_ID, "1.3.6.1.4.1.32473.10")
        .identifier(Scheme.SUBMISSION_SET_UNIQUE_ID, "1.3.6.1.4.1.32473.10.1");
  }

  /** The whole submission. */
  public static Submission submission(Association... more) {
    List<Association> associations =
        new ArrayList<>(List.of(Association.member("a1", "SubmissionSet01", "Document01")));
    associations.addAll(List.of(more));
    return new Submission(
        List.of(new SubmissionSet(set().build())),
        List.of(new DocumentEntry(entry().build())),
        associations,
        List.of());
  }
}
