package fr.socle.lps.dmp.cda;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.dmp.soap.Xml;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Element;

/** Shows documents that others made: what a user reads of them. */
public final class CdaReader {

  private static final String INS = "1.2.250.1.213.1.4.";

  private CdaReader() {}

  /** The text of a document; a sentence saying so when it cannot be shown. */
  public static String text(byte[] document) {
    try {
      Element root = Xml.read(document).getDocumentElement();
      Element body = Xml.below(root, "nonXMLBody").stream().findFirst().orElse(null);
      if (body == null) {
        return Xml.below(root, "section").stream()
            .map(section -> Xml.text(section, "title") + "\n" + Xml.text(section, "text"))
            .collect(Collectors.joining("\n\n"));
      }
      Element text = Xml.find(body, "text").orElseThrow(() -> new IOException("sans texte"));
      byte[] inside = Base64.getMimeDecoder().decode(text.getTextContent());
      if (!text.getAttribute("mediaType").equals("application/pdf")) {
        return new String(inside, UTF_8);
      }
      try (PDDocument pdf = Loader.loadPDF(inside)) {
        return new PDFTextStripper().getText(pdf).strip();
      }
    } catch (IOException | IllegalArgumentException e) {
      return "Ce document ne peut pas être affiché.";
    }
  }

  /** Whether a document is N1: a file in an envelope. */
  public static boolean unstructured(byte[] document) {
    try {
      return !Xml.below(Xml.read(document).getDocumentElement(), "nonXMLBody").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Where a document stands among its versions.
   *
   * @param set identifier they share, empty when it cannot be read
   */
  public record Version(String set, int number) {

    public boolean sameSet(Version other) {
      return !set.isEmpty() && set.equals(other.set);
    }
  }

  /** The version of a document. */
  public static Version version(byte[] document) {
    try {
      Element root = Xml.read(document).getDocumentElement();
      String number = Xml.attribute(root, "value", "versionNumber");
      return new Version(
          Xml.attribute(root, "root", "setId") + Xml.attribute(root, "extension", "setId"),
          number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 1);
    } catch (IOException e) {
      return new Version("", 1);
    }
  }

  /** The national number that a document gives its patient, as metadata write it; or empty. */
  public static String patient(byte[] document) {
    try {
      return Xml.find(Xml.read(document).getDocumentElement(), "recordTarget", "patientRole")
          .flatMap(
              role ->
                  Xml.children(role, "id").stream()
                      .filter(id -> id.getAttribute("root").startsWith(INS))
                      .findFirst())
          .map(id -> id.getAttribute("extension") + "^^^&" + id.getAttribute("root") + "&ISO^NH")
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** The title of a document, empty when it cannot be read. */
  public static String title(byte[] document) {
    try {
      return Xml.text(Xml.read(document).getDocumentElement(), "title");
    } catch (IOException e) {
      return "";
    }
  }
}
