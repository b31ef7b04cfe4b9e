package fr.socle.features.etapes;

import fr.socle.bench.client.api.Patient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A document that a colleague sends (mssante.md 2.4, 2.5): what an LPS must understand, and nothing
 * more.
 *
 * @param id its identifier
 * @param set identifier that its versions share
 * @param version rank of this version
 * @param patient who it is about
 * @param ins number that the metadata give him
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
  private static final String LCM = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";
  private static final String RIM = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";

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

  /** IHE_XDM.ZIP. */
  byte[] archive() {
    try {
      byte[] cda = cda();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        put(zip, "README.TXT", "Emetteur : CONFRERE".getBytes(StandardCharsets.UTF_8));
        put(zip, "INDEX.HTM", "<html></html>".getBytes(StandardCharsets.UTF_8));
        put(zip, "IHE_XDM/SUBSET01/METADATA.XML", metadata(cda));
        put(zip, "IHE_XDM/SUBSET01/LETTRE.XML", cda);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document that cannot be written", e);
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
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
      xml.open("relatedDocument", "parentDocument");
      xml.empty("id", "root", replaced);
      xml.close(2);
    }
    xml.open("component", "structuredBody", "component", "section");
    xml.leaf("title", "Conclusion");
    xml.leaf("text", "Texte de " + title + ".");
    xml.close(4);
    return xml.end();
  }

  private byte[] metadata(byte[] cda) throws XMLStreamException {
    Writing xml = new Writing("SubmitObjectsRequest", LCM);
    xml.space(RIM);
    xml.open("RegistryObjectList");
    xml.open("ExtrinsicObject");
    xml.attribute("id", "Document01");
    xml.attribute("mimeType", "text/xml");
    xml.attribute("objectType", "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1");
    slot(xml, "URI", "LETTRE.XML");
    slot(xml, "hash", sha1(cda));
    slot(xml, "size", String.valueOf(cda.length));
    slot(xml, "creationTime", day + "083000");
    xml.empty(
        "ExternalIdentifier",
        "identificationScheme",
        "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427",
        "value",
        ins.matricule() + ins.key() + "^^^&" + ins.oid() + "&ISO^NH");
    xml.empty(
        "ExternalIdentifier",
        "identificationScheme",
        "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab",
        "value",
        id);
    xml.close(2);
    return xml.end();
  }

  private static void slot(Writing xml, String name, String value) throws XMLStreamException {
    xml.open("Slot");
    xml.attribute("name", name);
    xml.open("ValueList");
    xml.leaf("Value", value);
    xml.close(2);
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An identifier under 2.25 is a UUID as a number (ISO/IEC 9834-8). */
  private static String oid() {
    return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
  }

  /** XML written from start to end, in one namespace at a time. */
  private static final class Writing {
    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    Writing(String root, String namespace) throws XMLStreamException {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(namespace);
    }

    /** The namespace of what comes next. */
    void space(String namespace) throws XMLStreamException {
      pending = namespace;
    }

    private @Nullable String pending;

    void open(String... path) throws XMLStreamException {
      for (String name : path) {
        xml.writeStartElement(name);
        if (pending != null) {
          xml.writeDefaultNamespace(pending);
          pending = null;
        }
      }
    }

    void attribute(String name, String value) throws XMLStreamException {
      xml.writeAttribute(name, value);
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
