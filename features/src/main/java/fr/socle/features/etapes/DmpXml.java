package fr.socle.features.etapes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the XML of a stranger by local names: what a step looks for, not whether it is valid. */
final class DmpXml {
  private static final ErrorHandler SILENT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException exception) {
          // what is read is judged, not how it is written
        }

        @Override
        public void error(SAXParseException exception) {
          // the same
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
          throw exception;
        }
      };

  private DmpXml() {}

  /** The root element; nothing when the bytes are no XML, or hold a DTD. */
  static Optional<Element> read(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(SILENT);
      return Optional.of(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (SAXException notXml) {
      return Optional.empty();
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("the JDK reads no XML", e);
    }
  }

  /** Children of this local name. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  /** Elements at the end of a path of local names. */
  static List<Element> at(Element from, String... path) {
    List<Element> here = List.of(from);
    for (String name : path) {
      here = here.stream().flatMap(element -> children(element, name).stream()).toList();
    }
    return here;
  }

  /** Elements of this local name, wherever they are. */
  static Stream<Element> everywhere(Element from, String name) {
    List<Element> found = new ArrayList<>();
    var nodes = from.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found.stream();
  }

  /** Text within an element, without the spaces around it. */
  static String text(Element element) {
    return element.getTextContent().strip();
  }
}
