package fr.socle.lps.insi;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Copies an element into a message as it is: what is signed must not change by a character. */
final class ElementCopy {

  private ElementCopy() {}

  static void write(XMLStreamWriter xml, Element element) throws XMLStreamException {
    String prefix = element.getPrefix() == null ? "" : element.getPrefix();
    xml.writeStartElement(prefix, element.getLocalName(), element.getNamespaceURI());
    if (!prefix.equals(prefixAbove(element))) {
      xml.writeNamespace(prefix, element.getNamespaceURI());
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (!attribute.getName().startsWith("xmlns")) {
        xml.writeAttribute(attribute.getName(), attribute.getValue());
      }
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        write(xml, inner);
      } else {
        xml.writeCharacters(child.getTextContent());
      }
    }
    xml.writeEndElement();
  }

  private static String prefixAbove(Element element) {
    return element.getParentNode() instanceof Element above && above.getPrefix() != null
        ? above.getPrefix()
        : "";
  }
}
