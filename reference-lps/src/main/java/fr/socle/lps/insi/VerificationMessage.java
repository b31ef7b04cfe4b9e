package fr.socle.lps.insi;

import static fr.socle.lps.insi.CallEnvelope.leaf;
import static fr.socle.lps.insi.CallEnvelope.start;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the SOAP message of a verification, WS_INS3. Its contract is assumed (insi.md 4 and 10.6,
 * (A)): only {@code IndividuVerifie} and what it holds were seen (S:5).
 */
final class VerificationMessage {

  /** {@code soapAction}, also the value of {@code wsa:Action}; assumed. */
  static final String ACTION = "urn:ServiceIdentiteCertifiee:1.0.0:verifierInsAvecTraitsIdentite";

  private static final String REQUEST = "http://www.cnamts.fr/INSiLot2/REQUnitaire";

  private final CallEnvelope envelope;

  VerificationMessage(CallEnvelope envelope) {
    this.envelope = envelope;
  }

  byte[] write(VerificationQuery query) {
    return envelope.write(ACTION, null, xml -> verification(xml, query));
  }

  private static void verification(XMLStreamWriter xml, VerificationQuery query)
      throws XMLStreamException {
    start(xml, "v", "VERIFIERINS", REQUEST);
    xml.writeStartElement(REQUEST, "IndividuVerifie");
    xml.writeStartElement(REQUEST, "INSFourni");
    xml.writeStartElement(REQUEST, "IdIndividu");
    leaf(xml, REQUEST, "NumIdentifiant", query.ins().matricule());
    leaf(xml, REQUEST, "Cle", query.ins().key());
    xml.writeEndElement();
    leaf(xml, REQUEST, "OID", query.ins().oid());
    xml.writeEndElement();
    xml.writeStartElement(REQUEST, "TraitsIdentiteIndividu");
    leaf(xml, REQUEST, "NomNaissance", query.birthName());
    leaf(xml, REQUEST, "ListePrenom", query.firstNames());
    leaf(xml, REQUEST, "Sexe", query.sex());
    leaf(xml, REQUEST, "DateNaissance", query.birthDate());
    if (query.birthPlace() != null) {
      leaf(xml, REQUEST, "LieuNaissance", query.birthPlace());
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
