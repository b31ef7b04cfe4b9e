package fr.socle.bench.xml;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Builds a DOM from the guarded stream, so that one parser and one set of limits serve both, and
 * every element knows its line.
 */
final class DomBuilder {
  private static final String LINE = "fr.socle.line";
  private static final String COLUMN = "fr.socle.column";

  private final Document document;
  private Node parent;

  DomBuilder(Document document) {
    this.document = document;
    this.parent = document;
  }

  static int line(Element element) {
    return element.getUserData(LINE) instanceof Integer line ? line : 0;
  }

  static int column(Element element) {
    return element.getUserData(COLUMN) instanceof Integer column ? column : 0;
  }

  void build(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.END_ELEMENT -> parent = parent.getParentNode();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> text(reader.getText());
        case XMLStreamConstants.CDATA ->
            parent.appendChild(document.createCDATASection(reader.getText()));
        case XMLStreamConstants.COMMENT ->
            parent.appendChild(document.createComment(reader.getText()));
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            parent.appendChild(
                document.createProcessingInstruction(reader.getPITarget(), reader.getPIData()));
        default -> {
          // End of document.
        }
      }
    }
  }

  private void text(String text) {
    // A document node takes no text: white space around the root is no part of the information.
    if (parent != document) {
      parent.appendChild(document.createTextNode(text));
    }
  }

  private void start(XMLStreamReader reader) {
    Element element =
        document.createElementNS(
            emptyToNull(reader.getNamespaceURI()),
            qualified(reader.getPrefix(), reader.getLocalName()));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      String uri = reader.getNamespaceURI(i);
      element.setAttributeNS(
          XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
          prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
          uri == null ? "" : uri);
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      Attr attribute =
          document.createAttributeNS(
              emptyToNull(reader.getAttributeNamespace(i)),
              qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)));
      attribute.setValue(reader.getAttributeValue(i));
      element.setAttributeNodeNS(attribute);
    }
    element.setUserData(LINE, reader.getLocation().getLineNumber(), null);
    element.setUserData(COLUMN, reader.getLocation().getColumnNumber(), null);
    parent.appendChild(element);
    parent = element;
  }

  private static String qualified(@Nullable String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static @Nullable String emptyToNull(@Nullable String uri) {
    return uri == null || uri.isEmpty() ? null : uri;
  }
}
