package fr.socle.lps.insi;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.identite.Ins;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Writes what every call to INSi has around its body, whoever proves it (insi.md 2.3, 10). */
final class CallEnvelope {

  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final String WSA = "http://www.w3.org/2005/08/addressing";
  private static final String LPS = "urn:siram:lps:ctxlps";
  static final String BAM = "urn:siram:bam:ctxbam";
  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Sender sender;
  private final Credential credential;
  private final Clock clock;
  private final Defects defects;

  CallEnvelope(Sender sender, Credential credential, Clock clock, Defects defects) {
    this.sender = sender;
    this.credential = credential;
    this.clock = clock;
    this.defects = defects;
  }

  /** Writes the element of the operation, or what {@code COUVERTURE} holds. */
  @FunctionalInterface
  interface Body {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /**
   * One message; message and context ids are new at each call.
   *
   * @param action value of {@code wsa:Action}
   * @param covered what to write in {@code COUVERTURE}, which stays empty in correct software
   */
  byte[] write(String action, @Nullable Ins covered, Body body) {
    Body cover = covered == null ? null : xml -> cover(xml, covered);
    return write(action, credential.assertions(clock.instant()), cover, body);
  }

  /**
   * The same, with other assertions than those of the caller alone.
   *
   * @param assertions what {@code Security} holds; without any there is no such header
   * @param cover content of {@code COUVERTURE}, null to leave it empty
   */
  byte[] write(String action, List<Element> assertions, @Nullable Body cover, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
      start(xml, "soap", "Envelope", SOAP);
      xml.writeNamespace("wsa", WSA);
      xml.setPrefix("wsa", WSA);
      xml.writeStartElement(SOAP, "Header");
      leaf(xml, WSA, "Action", action);
      leaf(xml, WSA, "MessageID", "uuid:" + UUID.randomUUID());
      security(xml, assertions);
      contextLps(xml);
      contextBam(xml, cover);
      xml.writeEndElement();
      xml.writeStartElement(SOAP, "Body");
      body.write(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void security(XMLStreamWriter xml, List<Element> assertions)
      throws XMLStreamException {
    if (!assertions.isEmpty()) {
      start(xml, "wsse", "Security", WSSE);
      for (Element assertion : assertions) {
        ElementCopy.write(xml, assertion);
      }
      xml.writeEndElement();
    }
  }

  private void contextLps(XMLStreamWriter xml) throws XMLStreamException {
    start(xml, "lps", "ContexteLPS", LPS);
    xml.writeAttribute("Nature", "CTXLPS");
    xml.writeAttribute("Version", "01_00");
    origin(xml, LPS);
    xml.writeStartElement(LPS, "LPS");
    xml.writeStartElement(LPS, "IDAM");
    if (!defects.has(Mutant.INSI_IDAM_R_ABSENT)) {
      xml.writeAttribute("R", "4"); // number of authorisation, insi.md 2.3 (S:2, S:13)
    }
    xml.writeCharacters(sender.idam());
    xml.writeEndElement();
    leaf(xml, LPS, "Version", sender.version());
    leaf(xml, LPS, "Instance", sender.instance());
    leaf(xml, LPS, "Nom", "urn:lps:" + sender.name() + ":" + sender.version());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void contextBam(XMLStreamWriter xml, @Nullable Body cover) throws XMLStreamException {
    start(xml, "bam", "ContexteBAM", BAM);
    xml.writeAttribute("Version", "01_02");
    origin(xml, BAM);
    if (cover == null) {
      xml.writeEmptyElement(BAM, "COUVERTURE");
    } else {
      xml.writeStartElement(BAM, "COUVERTURE");
      cover.write(xml);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void cover(XMLStreamWriter xml, Ins covered) throws XMLStreamException {
    xml.writeStartElement(BAM, "BENEFICIAIRE");
    xml.writeStartElement(BAM, "Nir");
    leaf(xml, BAM, "Num", covered.matricule());
    leaf(xml, BAM, "Cle", covered.key());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void origin(XMLStreamWriter xml, String namespace) throws XMLStreamException {
    leaf(xml, namespace, "Id", UUID.randomUUID().toString());
    leaf(xml, namespace, "Temps", INSTANT.format(clock.instant()));
    // The OU of the client certificate, else the NameID of the assertion, insi.md 2.3 (S:2, S:3)
    leaf(xml, namespace, "Emetteur", wrongSender() ? "LPS-REFERENCE" : sender.emetteur());
  }

  private boolean wrongSender() {
    return defects.has(Mutant.INSI_EMETTEUR_FAUX)
        || (credential instanceof CardCredential && defects.has(Mutant.CPX_EMETTEUR_FAUX));
  }

  static void start(XMLStreamWriter xml, String prefix, String name, String namespace)
      throws XMLStreamException {
    xml.writeStartElement(prefix, name, namespace);
    xml.writeNamespace(prefix, namespace);
  }

  static void leaf(XMLStreamWriter xml, String namespace, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(namespace, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
