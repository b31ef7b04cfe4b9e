package fr.socle.bench.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** A stream reader that stops at the first excess and at any document type declaration. */
final class LimitedStream extends StreamReaderDelegate {
  private final XmlLimits limits;
  private final Deque<String> open = new ArrayDeque<>();
  private int elements;
  private long run;

  LimitedStream(XMLStreamReader reader, XmlLimits limits) {
    super(reader);
    this.limits = limits;
  }

  /** Whether some element is not closed yet. */
  boolean inElement() {
    return !open.isEmpty();
  }

  /** {@code " dans l'élément Body"}, or nothing outside of any element. */
  String inside() {
    return open.isEmpty() ? "" : " dans l'élément " + open.peek();
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw refused(XmlException.Kind.DTD, SafeXml.NO_DTD);
      case XMLStreamConstants.START_ELEMENT -> startElement();
      case XMLStreamConstants.END_ELEMENT -> {
        open.pop();
        run = 0;
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        run += getTextLength();
        if (run > limits.text()) {
          throw refused(
              XmlException.Kind.LIMITE,
              "texte de plus de " + limits.text() + " caractères : raccourcissez-le.");
        }
      }
      default -> {
        // Comments and processing instructions are bounded by the size of the document.
      }
    }
    return event;
  }

  // The delegate would call the parser directly and pass by the limits.
  @Override
  public int nextTag() throws XMLStreamException {
    int event = next();
    while (event == XMLStreamConstants.SPACE
        || event == XMLStreamConstants.COMMENT
        || event == XMLStreamConstants.PROCESSING_INSTRUCTION
        || ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
            && isWhiteSpace())) {
      event = next();
    }
    if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
      throw refused(XmlException.Kind.MAL_FORME, "une balise est attendue ici.");
    }
    return event;
  }

  @Override
  public String getElementText() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(getText());
        case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_DOCUMENT ->
            throw refused(XmlException.Kind.MAL_FORME, "un texte est attendu ici, sans élément.");
        default -> {
          // Comments and processing instructions are no part of the text.
        }
      }
    }
    return text.toString();
  }

  private void startElement() throws XMLStreamException {
    run = 0;
    open.push(getLocalName());
    if (open.size() > limits.depth()) {
      throw refused(XmlException.Kind.LIMITE, "plus de " + limits.depth() + " éléments imbriqués.");
    }
    if (++elements > limits.elements()) {
      throw refused(XmlException.Kind.LIMITE, "plus de " + limits.elements() + " éléments.");
    }
    if (getAttributeCount() + getNamespaceCount() > limits.attributes()) {
      throw refused(
          XmlException.Kind.LIMITE,
          "plus de " + limits.attributes() + " attributs sur l'élément " + getLocalName() + ".");
    }
    for (int i = 0; i < getAttributeCount(); i++) {
      if (getAttributeValue(i).length() > limits.text()) {
        throw refused(
            XmlException.Kind.LIMITE,
            "attribut "
                + getAttributeLocalName(i)
                + " de plus de "
                + limits.text()
                + " caractères.");
      }
    }
  }

  private XMLStreamException refused(XmlException.Kind kind, String sentence) {
    return new Refusal(kind, sentence, getLocation());
  }

  /** Carries our own refusal through the streaming interface. */
  static final class Refusal extends XMLStreamException {
    private static final long serialVersionUID = 1L;
    private final transient XmlException cause;

    Refusal(XmlException.Kind kind, String sentence, @Nullable Location at) {
      super(sentence);
      this.cause =
          at == null
              ? new XmlException(kind, sentence)
              : new XmlException(kind, at.getLineNumber(), at.getColumnNumber(), sentence);
    }

    XmlException asXmlException() {
      return cause;
    }
  }
}
