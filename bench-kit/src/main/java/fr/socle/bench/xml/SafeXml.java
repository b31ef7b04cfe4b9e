package fr.socle.bench.xml;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * The only way by which XML from outside enters the bench: no document type, no external entity,
 * bounded in every direction, with errors that a person can act on.
 *
 * <p>Immutable: one instance may serve any number of threads.
 */
public final class SafeXml {
  static final String NO_DTD =
      "déclaration DOCTYPE ou entité refusée : retirez-la, aucun service n'en accepte.";

  private static final String JDK_ATTRIBUTE_LIMIT =
      "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";

  private final XmlLimits limits;

  /** A reader with {@link XmlLimits#standard()}. */
  public SafeXml() {
    this(XmlLimits.standard());
  }

  /** A reader with limits of one's own. */
  public SafeXml(XmlLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a whole document.
   *
   * @param bytes the document as received
   * @param charset charset announced by the transport; null when it announced none
   * @return its root element
   * @throws XmlException when it is not well-formed, not allowed or too large
   */
  public XmlElement read(byte[] bytes, @Nullable String charset) throws XmlException {
    return readText(decode(bytes, charset).text());
  }

  /**
   * Reads a whole document already decoded.
   *
   * @throws XmlException when it is not well-formed, not allowed or too large
   */
  public XmlElement readText(String text) throws XmlException {
    Document document = newDocument();
    streamText(
        text,
        reader -> {
          new DomBuilder(document).build(reader);
          return document;
        });
    return XmlElement.root(document);
  }

  /**
   * Decodes a document within the size limit, telling which encoding was used and why.
   *
   * @throws XmlException when it is too large or not in the announced encoding
   */
  public XmlText decode(byte[] bytes, @Nullable String charset) throws XmlException {
    if (bytes.length > limits.bytes()) {
      throw new XmlException(
          XmlException.Kind.LIMITE,
          "Message de "
              + bytes.length
              + " octets : la limite est de "
              + limits.bytes()
              + " octets.");
    }
    return XmlText.decode(bytes, charset);
  }

  /**
   * Reads a document as a stream. The reader given to {@code use} refuses documents above the
   * limits and must not be kept after it returns.
   *
   * @throws XmlException when it is not well-formed, not allowed or too large
   */
  public <T> T stream(byte[] bytes, @Nullable String charset, StreamUse<T> use)
      throws XmlException {
    return streamText(decode(bytes, charset).text(), use);
  }

  private <T> T streamText(String text, StreamUse<T> use) throws XmlException {
    LimitedStream stream = null;
    try {
      XMLStreamReader parser = newFactory().createXMLStreamReader(new StringReader(text));
      stream = new LimitedStream(parser, limits);
      if ("1.1".equals(parser.getVersion())) {
        throw new XmlException(
            XmlException.Kind.MAL_FORME, 1, 1, "XML 1.1 refusé : écrivez le message en XML 1.0.");
      }
      return use.apply(stream);
    } catch (LimitedStream.Refusal e) {
      throw e.asXmlException();
    } catch (XMLStreamException e) {
      throw refusal(e, text, stream);
    } catch (RuntimeException e) {
      // Some malformed inputs make the JDK's parser fail with an unchecked exception of its own.
      throw new XmlException(
          XmlException.Kind.MAL_FORME,
          "XML mal formé" + inside(stream) + " : l'analyseur ne peut pas le lire.");
    }
  }

  private static String inside(@Nullable LimitedStream stream) {
    return stream == null ? "" : stream.inside();
  }

  private XMLInputFactory newFactory() {
    // The JDK's own parser whatever else is on the class path: its behaviour is the one tested.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // One more than ours, so that ours speaks first and in French.
    factory.setProperty(JDK_ATTRIBUTE_LIMIT, limits.attributes() + 1);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException(NO_DTD);
        });
    return factory;
  }

  private static XmlException refusal(
      XMLStreamException e, String text, @Nullable LimitedStream stream) {
    Location at = e.getLocation();
    int line = at == null ? 0 : at.getLineNumber();
    int column = at == null ? 0 : at.getColumnNumber();
    String detail = parserDetail(e);
    if (detail.contains("JAXP0001")) {
      return new XmlException(
          XmlException.Kind.LIMITE,
          line,
          column,
          "limite de taille dépassée" + inside(stream) + ".");
    }
    if (text.isBlank()) {
      return new XmlException(
          XmlException.Kind.VIDE, "Le message est vide : envoyez un document XML.");
    }
    if (text.stripLeading().charAt(0) != '<') {
      return new XmlException(
          XmlException.Kind.MAL_FORME,
          line,
          column,
          "le contenu n'est pas du XML : il doit commencer par « < ».");
    }
    if (at != null
        && at.getCharacterOffset() >= text.length()
        && stream != null
        && stream.inElement()) {
      return new XmlException(
          XmlException.Kind.MAL_FORME,
          line,
          column,
          "XML tronqué : le document s'arrête" + inside(stream) + ", qui n'est pas fermé.");
    }
    return new XmlException(
        XmlException.Kind.MAL_FORME,
        line,
        column,
        "XML mal formé" + inside(stream) + " (analyseur : " + detail + ").");
  }

  private static String parserDetail(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("Message: ");
    String detail = start < 0 ? message : message.substring(start + "Message: ".length());
    String line = detail.replaceAll("\\s+", " ").strip();
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  static Document newDocument() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no DOM", e);
    }
  }

  /**
   * What to do with a stream of XML.
   *
   * @param <T> what comes out of it
   */
  @FunctionalInterface
  public interface StreamUse<T> {
    /**
     * Reads the stream, from the caller's thread.
     *
     * @throws XMLStreamException as the reader throws it; the caller makes an {@link XmlException}
     */
    T apply(XMLStreamReader reader) throws XMLStreamException, XmlException;
  }
}
