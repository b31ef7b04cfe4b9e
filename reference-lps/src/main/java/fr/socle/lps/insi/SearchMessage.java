package fr.socle.lps.insi;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the SOAP message of a search by traits, WS_INS2 (insi.md 10.1). */
final class SearchMessage {

  /** {@code soapAction}, also the value of {@code wsa:Action} (insi.md 2.1). */
  static final String ACTION = "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";

  private static final String SEARCH = "http://www.cnamts.fr/INSiRecSans";

  private final CallEnvelope envelope;
  private final Defects defects;

  SearchMessage(CallEnvelope envelope, Defects defects) {
    this.envelope = envelope;
    this.defects = defects;
  }

  byte[] write(InsiQuery query) {
    return envelope.write(ACTION, query.covered(), xml -> search(xml, query));
  }

  private void search(XMLStreamWriter xml, InsiQuery query) throws XMLStreamException {
    CallEnvelope.start(xml, "rs", "RECSANSVITALE", SEARCH);
    CallEnvelope.leaf(xml, SEARCH, "NomNaissance", query.birthName());
    CallEnvelope.leaf(xml, SEARCH, "Prenom", query.firstName());
    if (defects.has(Mutant.INSI_ORDRE_ELEMENTS)) {
      CallEnvelope.leaf(xml, SEARCH, "DateNaissance", query.birthDate());
      CallEnvelope.leaf(xml, SEARCH, "Sexe", query.sex());
    } else { // sequence imposed by the XSD, insi.md 2.4 (S:1)
      CallEnvelope.leaf(xml, SEARCH, "Sexe", query.sex());
      CallEnvelope.leaf(xml, SEARCH, "DateNaissance", query.birthDate());
    }
    if (query.birthPlace() != null) {
      CallEnvelope.leaf(xml, SEARCH, "LieuNaissance", query.birthPlace());
    }
    xml.writeEndElement();
  }
}
