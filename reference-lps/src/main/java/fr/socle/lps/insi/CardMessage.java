package fr.socle.lps.insi;

import static fr.socle.lps.insi.CallEnvelope.BAM;
import static fr.socle.lps.insi.CallEnvelope.leaf;
import static fr.socle.lps.insi.CallEnvelope.start;

import fr.socle.lps.cartes.VitaleCard;
import fr.socle.lps.cartes.VitaleCard.Beneficiary;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Writes the SOAP message of a search by Vitale card, WS_INS1 (insi.md 2.4, 10.3). Each call has a
 * new assertion of the card, so that none is ever twenty minutes old (CNDA case 1.02). It is not
 * signed: only a true card could, and the layout leaves it free (insi.md 2.3 (S:18)).
 */
final class CardMessage {

  /** {@code soapAction}, also the value of {@code wsa:Action} (insi.md 2.1). */
  static final String ACTION = "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale";

  private static final String SEARCH = "http://www.cnamts.fr/INSiRecVit";

  private static final Duration IN_MARTINIQUE = Duration.ofHours(4);

  private final CallEnvelope envelope;
  private final Credential credential;
  private final Clock clock;
  private final Defects defects;
  private @Nullable Element kept; // only a mutant keeps it

  CardMessage(CallEnvelope envelope, Credential credential, Clock clock, Defects defects) {
    this.envelope = envelope;
    this.credential = credential;
    this.clock = clock;
    this.defects = defects;
  }

  byte[] write(CardQuery query) {
    List<Element> assertions = new ArrayList<>(credential.assertions(clock.instant()));
    // The professional's first, then the card's: insi.md 2.3 (S:18, S:7)
    assertions.add(
        defects.has(Mutant.VITALE_AVANT_PROFESSIONNEL) ? 0 : assertions.size(),
        assertion(query.card(), query.readAt()));
    CallEnvelope.Body cover =
        defects.has(Mutant.VITALE_COUVERTURE_VIDE) ? null : xml -> cover(xml, query);
    return envelope.write(ACTION, assertions, cover, xml -> search(xml, query));
  }

  private Element assertion(VitaleCard card, Instant readAt) {
    if (kept != null && defects.has(Mutant.VITALE_ASSERTION_GARDEE)) {
      return kept;
    }
    String issuer = defects.has(Mutant.VITALE_ISSUER_FAUX) ? "LPS-REFERENCE" : credential.sender();
    String serial = defects.has(Mutant.VITALE_SERIE_OUBLIEE) ? "" : card.serialNumber();
    Instant made = defects.has(Mutant.VITALE_HEURE_LOCALE) ? readAt.minus(IN_MARTINIQUE) : readAt;
    kept = new SamlAssertion(issuer, null, "VITALE", serial, Map.of()).write(made);
    return kept;
  }

  private static void cover(XMLStreamWriter xml, CardQuery query) throws XMLStreamException {
    Beneficiary beneficiary = query.beneficiary();
    xml.writeStartElement(BAM, "ASSURE");
    xml.writeStartElement(BAM, "Id");
    leaf(xml, BAM, "Num", query.card().insured());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement(BAM, "BENEFICIAIRE");
    if (beneficiary.own() != null) {
      xml.writeStartElement(BAM, "Nir");
      leaf(xml, BAM, "Num", beneficiary.own());
      xml.writeEndElement();
    }
    leaf(xml, BAM, "DateNai", beneficiary.birthDate());
    leaf(xml, BAM, "Rang", beneficiary.rank());
    xml.writeEndElement();
  }

  /** In the sequence of the XSD; without the keys, as was seen (insi.md 2.4 (S:7)). */
  private void search(XMLStreamWriter xml, CardQuery query) throws XMLStreamException {
    Beneficiary beneficiary = query.beneficiary();
    start(xml, "rv", "RECVITALE", SEARCH);
    if (beneficiary.own() != null) {
      number(xml, "MatriculeIndividu", beneficiary.own());
    }
    number(xml, "MatriculeOD", query.card().insured());
    leaf(xml, SEARCH, "NomNaissance", beneficiary.birthName());
    leaf(xml, SEARCH, "DateNaissance", beneficiary.birthDate());
    if (!defects.has(Mutant.VITALE_RANG_OUBLIE)) {
      leaf(xml, SEARCH, "RangNaissance", beneficiary.rank());
    }
    xml.writeEndElement();
  }

  private static void number(XMLStreamWriter xml, String element, String number)
      throws XMLStreamException {
    xml.writeStartElement(SEARCH, element);
    leaf(xml, SEARCH, "NumIdentifiant", number);
    xml.writeEndElement();
  }
}
