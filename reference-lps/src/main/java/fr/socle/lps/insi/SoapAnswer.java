package fr.socle.lps.insi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A SOAP 1.2 answer, read by namespaces and never by prefixes or order, and without DTD (insi.md
 * 2.5, 2.7).
 */
final class SoapAnswer {

  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final String SIRAM = "urn:siram";

  private SoapAnswer() {}

  /** The answer is not what was asked for; the message is a short French reason. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason);
    }
  }

  /**
   * The element of the answer in the body of a message.
   *
   * @throws Unusable when the message is a fault or anything else
   */
  static Element body(byte[] message, String namespace, String name) throws Unusable {
    Element envelope;
    try {
      envelope = parse(message).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new Unusable("réponse illisible");
    }
    Optional<Element> body = child(envelope, SOAP, "Body");
    if (!is(envelope, SOAP, "Envelope") || body.isEmpty()) {
      throw new Unusable("réponse qui n'est pas un message SOAP 1.2");
    }
    Optional<Element> fault = child(body.get(), SOAP, "Fault");
    if (fault.isPresent()) {
      throw new Unusable(fault(fault.get()));
    }
    return child(body.get(), namespace, name)
        .orElseThrow(() -> new Unusable("réponse sans " + name));
  }

  static String text(Element parent, String namespace, String name) {
    return child(parent, namespace, name)
        .map(element -> element.getTextContent().strip())
        .orElse("");
  }

  static Optional<Element> child(Element parent, String namespace, String name) {
    return children(parent, namespace, name).findFirst();
  }

  static Stream<Element> children(Element parent, String namespace, String name) {
    Stream.Builder<Element> found = Stream.builder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && is(element, namespace, name)) {
        found.add(element);
      }
    }
    return found.build();
  }

  private static String fault(Element fault) {
    String code =
        child(fault, SOAP, "Detail")
            .flatMap(detail -> child(detail, SIRAM, "Erreur"))
            .map(error -> error.getAttribute("code"))
            .orElse("");
    return code.isEmpty() ? "erreur SOAP" : "erreur " + code;
  }

  private static boolean is(Element element, String namespace, String name) {
    return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  private static Document parse(byte[] message) throws SAXException, IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder.parse(new ByteArrayInputStream(message));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops at the first error, in silence: the default handler writes to the console. */
  private static final class Strict implements ErrorHandler {

    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
