package fr.socle.lps.insi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An assertion of {@code Security} before it is signed (insi.md 2.3).
 *
 * @param issuer who makes it
 * @param issuerFormat {@code Format} of the issuer, null for none
 * @param qualifier {@code NameQualifier}: type of the card, {@code PSC} or {@code VITALE}
 * @param nameId whom it names
 * @param attributes what it states, in order; without any it has no statement
 */
record SamlAssertion(
    String issuer,
    @Nullable String issuerFormat,
    String qualifier,
    String nameId,
    Map<String, String> attributes) {

  static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Writes it under a new identifier, as of now. */
  Element write(Instant now) {
    Document document = document();
    Element assertion = document.createElementNS(SAML, "saml:Assertion");
    document.appendChild(assertion);
    // The canonical form that is signed counts declarations, not namespaces
    assertion.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:saml", SAML);
    assertion.setAttribute("ID", "_" + UUID.randomUUID());
    assertion.setIdAttribute("ID", true);
    assertion.setAttribute("IssueInstant", INSTANT.format(now));
    assertion.setAttribute("Version", "2.0");
    Element maker = child(assertion, "Issuer");
    maker.setTextContent(issuer);
    if (issuerFormat != null) {
      maker.setAttribute("Format", issuerFormat);
    }
    Element name = child(child(assertion, "Subject"), "NameID");
    name.setAttribute("NameQualifier", qualifier);
    name.setTextContent(nameId);
    if (!attributes.isEmpty()) {
      Element statement = child(assertion, "AttributeStatement");
      attributes.forEach(
          (attribute, value) -> {
            Element stated = child(statement, "Attribute");
            stated.setAttribute("Name", attribute);
            child(stated, "AttributeValue").setTextContent(value);
          });
    }
    return assertion;
  }

  static Element child(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElementNS(SAML, "saml:" + name);
    parent.appendChild(child);
    return child;
  }

  private static Document document() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
