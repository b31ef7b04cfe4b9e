package fr.socle.essais.dmp;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The header block that carries a VIHF. */
final class WsseSecurity {
  private static final String NAMESPACE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  private WsseSecurity() {}

  static Element around(Element assertion) {
    Document document = assertion.getOwnerDocument();
    Element security = document.createElementNS(NAMESPACE, "wsse:Security");
    document.replaceChild(security, assertion);
    security.appendChild(assertion);
    return security;
  }
}
