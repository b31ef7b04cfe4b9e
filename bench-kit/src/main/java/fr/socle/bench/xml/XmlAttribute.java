package fr.socle.bench.xml;

import javax.xml.namespace.QName;
import org.w3c.dom.Attr;

/**
 * An attribute of an element that was read.
 *
 * @param name its namespace (empty for none) and local name
 * @param value its normalised value
 */
public record XmlAttribute(QName name, String value) {

  static XmlAttribute of(Attr attribute) {
    String local =
        attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
    return new XmlAttribute(new QName(attribute.getNamespaceURI(), local), attribute.getValue());
  }
}
