package fr.socle.lps.dmp.soap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML as a tree, read by local names: prefixes and order are the writer's own business. */
public final class Xml {

  private Xml() {}

  /**
   * Reads a document, without DTD.
   *
   * @throws IOException when it is not well formed
   */
  public static Document read(byte[] bytes) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (SAXException e) {
      throw new IOException("XML illisible", e);
    }
  }

  /** Writes an element, without declaration. */
  public static String write(Node node) {
    try {
      Transformer out = TransformerFactory.newInstance().newTransformer();
      out.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter written = new StringWriter();
      out.transform(new DOMSource(node), new StreamResult(written));
      return written.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The children of that local name, any name when it is {@code *}. */
  public static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && (name.equals("*") || name.equals(element.getLocalName()))) {
        found.add(element);
      }
    }
    return found;
  }

  /** Follows local names, taking the first child each time. */
  public static Optional<Element> find(Element from, String... path) {
    Element at = from;
    for (String name : path) {
      List<Element> next = children(at, name);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get(0);
    }
    return Optional.of(at);
  }

  /** Every element of that local name below, in order. */
  public static List<Element> below(Element from, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : children(from, "*")) {
      if (name.equals(child.getLocalName())) {
        found.add(child);
      }
      found.addAll(below(child, name));
    }
    return found;
  }

  /** The text at the end of a path, empty when there is none. */
  public static String text(Element from, String... path) {
    return find(from, path).map(element -> element.getTextContent().strip()).orElse("");
  }

  /** An attribute at the end of a path, empty when there is none. */
  public static String attribute(Element from, String attribute, String... path) {
    return find(from, path).map(element -> element.getAttribute(attribute)).orElse("");
  }
}
