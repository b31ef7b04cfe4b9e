package fr.socle.features.etapes;

import fr.socle.bench.client.api.Patient;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A document that a colleague sends: what an LPS must understand, and nothing more. The bench makes
 * its archive.
 *
 * @param id its identifier
 * @param set identifier that its versions share
 * @param version rank of this version
 * @param patient who it is about
 * @param ins number that the document gives him
 * @param kind what it is
 * @param title its title
 * @param day when it was made, {@code yyyyMMdd}
 * @param author who wrote it
 * @param replaced identifier of what it replaces
 */
record MssArrivingDocument(
    String id,
    String set,
    int version,
    Patient patient,
    Patient.InsNumber ins,
    DmpKind kind,
    String title,
    String day,
    String author,
    @Nullable String replaced) {
  /** A first version. */
  static MssArrivingDocument of(Patient patient, DmpKind kind, String title) {
    return new MssArrivingDocument(
        oid(),
        oid(),
        1,
        patient,
        InsNumbers.of(patient),
        kind,
        title,
        "20260105",
        "CONFRERE",
        null);
  }

  /** The same, under a number that is somebody else's. */
  MssArrivingDocument under(Patient.InsNumber other) {
    return new MssArrivingDocument(
        id, set, version, patient, other, kind, title, day, author, replaced);
  }

  /** A newer version of it. */
  MssArrivingDocument next(String newTitle) {
    return new MssArrivingDocument(
        oid(), set, version + 1, patient, ins, kind, newTitle, "20260112", author, id);
  }

  /** The document, in base64. */
  String base64() {
    try {
      return Base64.getEncoder().encodeToString(cda());
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document that cannot be written", e);
    }
  }

  private byte[] cda() throws XMLStreamException {
    Writing xml = new Writing("ClinicalDocument", "urn:hl7-org:v3");
    xml.empty("realmCode", "code", "FR");
    xml.empty("typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040");
    xml.empty("id", "root", id);
    xml.empty(
        "code",
        "code",
        kind.type(),
        "codeSystem",
        DmpAnalysis.LOINC,
        "displayName",
        kind.words().replaceFirst("^une? ", ""));
    xml.leaf("title", title);
    xml.empty("effectiveTime", "value", day + "093000+0100");
    xml.empty("confidentialityCode", "code", "N", "codeSystem", "2.16.840.1.113883.5.25");
    xml.empty("languageCode", "code", "fr-FR");
    xml.empty("setId", "root", set);
    xml.empty("versionNumber", "value", String.valueOf(version));
    xml.open("recordTarget", "patientRole");
    xml.empty("id", "root", ins.oid(), "extension", ins.matricule() + ins.key());
    xml.open("patient", "name");
    xml.leaf("given", String.join(" ", patient.birthFirstNames()), "qualifier", "BR");
    xml.leaf("family", patient.birthName(), "qualifier", "BR");
    xml.close(1);
    xml.empty("administrativeGenderCode", "code", patient.sex());
    xml.empty("birthTime", "value", patient.birthDate().replace("-", ""));
    xml.close(3);
    xml.open("author");
    xml.empty("time", "value", day + "093000+0100");
    xml.open("assignedAuthor");
    xml.empty("id", "root", "1.2.250.1.71.4.2.1", "extension", "899990000999");
    xml.open("assignedPerson", "name");
    xml.leaf("given", "Camille");
    xml.leaf("family", author);
    xml.close(4);
    if (replaced != null) {
      xml.open("relatedDocument");
      xml.attributes("typeCode", "RPLC");
      xml.open("parentDocument");
      xml.empty("id", "root", replaced);
      xml.close(2);
    }
    xml.open("component", "structuredBody", "component", "section");
    xml.leaf("title", "Conclusion");
    xml.leaf("text", "Texte de " + title + ".");
    xml.close(4);
    return xml.end();
  }

  /** An identifier under 2.25 is a UUID as a number (ISO/IEC 9834-8). */
  private static String oid() {
    return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
  }

  /** XML written from start to end, in one namespace. */
  private static final class Writing {
    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    Writing(String root, String namespace) throws XMLStreamException {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(namespace);
    }

    void open(String... path) throws XMLStreamException {
      for (String name : path) {
        xml.writeStartElement(name);
      }
    }

    void close(int levels) throws XMLStreamException {
      for (int i = 0; i < levels; i++) {
        xml.writeEndElement();
      }
    }

    void leaf(String name, String text, String... attributes) throws XMLStreamException {
      xml.writeStartElement(name);
      attributes(attributes);
      xml.writeCharacters(text);
      xml.writeEndElement();
    }

    void empty(String name, String... attributes) throws XMLStreamException {
      xml.writeEmptyElement(name);
      attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      }
    }

    byte[] end() throws XMLStreamException {
      xml.writeEndDocument();
      xml.flush();
      return written.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
