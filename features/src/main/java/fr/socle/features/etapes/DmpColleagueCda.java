package fr.socle.features.etapes;

import fr.socle.bench.client.api.Patient;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A structured document of a colleague (CDA N3): what an LPS must render, and nothing more. */
final class DmpColleagueCda {
  private static final String HL7 = "urn:hl7-org:v3";

  private final StringWriter written = new StringWriter();
  private final XMLStreamWriter xml;

  private DmpColleagueCda() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
  }

  /**
   * A document of two sections, in base64.
   *
   * @param patient who it is about
   * @param kind what it is
   * @param title its title
   * @param text what its last section says
   */
  static String structured(Patient patient, DmpKind kind, String title, String text) {
    try {
      DmpColleagueCda cda = new DmpColleagueCda();
      cda.write(patient, kind, title, text);
      return Base64.getEncoder()
          .encodeToString(cda.written.toString().getBytes(StandardCharsets.UTF_8));
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document that cannot be written", e);
    }
  }

  private void write(Patient patient, DmpKind kind, String title, String text)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("ClinicalDocument");
    xml.writeDefaultNamespace(HL7);
    empty("typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040");
    empty("templateId", "root", "2.16.840.1.113883.2.8.2.1");
    empty("id", "root", "2.25." + number());
    empty("code", "code", kind.type(), "codeSystem", DmpAnalysis.LOINC);
    leaf("title", title);
    empty("effectiveTime", "value", "20260105093000+0100");
    empty("confidentialityCode", "code", "N", "codeSystem", "2.16.840.1.113883.5.25");
    empty("languageCode", "code", "fr-FR");
    subject(patient);
    xml.writeStartElement("component");
    xml.writeStartElement("structuredBody");
    section("Motif", "Suivi habituel.");
    section("Conclusion", text);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private void subject(Patient patient) throws XMLStreamException {
    xml.writeStartElement("recordTarget");
    xml.writeStartElement("patientRole");
    Patient.InsNumber ins = InsNumbers.of(patient);
    empty("id", "root", ins.oid(), "extension", ins.matricule() + ins.key());
    xml.writeStartElement("patient");
    xml.writeStartElement("name");
    leaf("given", patient.firstNameUsed());
    leaf("family", patient.birthName());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void section(String title, String text) throws XMLStreamException {
    xml.writeStartElement("component");
    xml.writeStartElement("section");
    leaf("title", title);
    leaf("text", text);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void leaf(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  /** An identifier under 2.25 is a UUID as a number (ISO/IEC 9834-8). */
  private static String number() {
    return new java.math.BigInteger(UUID.randomUUID().toString().replace("-", ""), 16).toString();
  }
}
