package fr.socle.bench.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * An element of a document that was read: looked into by namespace and local name, never by prefix.
 *
 * <p>Not thread-safe, as the DOM beneath is not: one exchange, one thread at a time.
 */
public final class XmlElement {
  private final Element dom;

  private XmlElement(Element dom) {
    this.dom = dom;
  }

  /** The element as seen by this package's readers. */
  public static XmlElement of(Element dom) {
    return new XmlElement(dom);
  }

  static XmlElement root(Document document) {
    return new XmlElement(Objects.requireNonNull(document.getDocumentElement(), "no root"));
  }

  /** The DOM element beneath, for validation, canonical form and signatures. */
  public Element dom() {
    return dom;
  }

  /** Its namespace and local name, with the prefix that was used on the wire. */
  public QName name() {
    return new QName(namespace(), localName(), prefix());
  }

  /** Its local name. */
  public String localName() {
    String name = dom.getLocalName();
    return name == null ? dom.getTagName() : name;
  }

  /** Its namespace; empty when it has none. */
  public String namespace() {
    return dom.getNamespaceURI() == null ? XMLConstants.NULL_NS_URI : dom.getNamespaceURI();
  }

  /** The prefix used on the wire; empty for a default namespace. */
  public String prefix() {
    return dom.getPrefix() == null ? XMLConstants.DEFAULT_NS_PREFIX : dom.getPrefix();
  }

  /** Whether it has this namespace and local name. */
  public boolean is(QName name) {
    return namespace().equals(name.getNamespaceURI()) && localName().equals(name.getLocalPart());
  }

  /** Child elements in document order. */
  public List<XmlElement> children() {
    List<XmlElement> found = new ArrayList<>();
    for (Node node = dom.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(new XmlElement(element));
      }
    }
    return List.copyOf(found);
  }

  /** Child elements of one name, in document order. */
  public List<XmlElement> children(QName name) {
    return children().stream().filter(child -> child.is(name)).toList();
  }

  /** The first child element of one name. */
  public Optional<XmlElement> child(QName name) {
    return children().stream().filter(each -> each.is(name)).findFirst();
  }

  /** The first element at the end of a path of children. */
  public Optional<XmlElement> descend(QName... path) {
    Optional<XmlElement> here = Optional.of(this);
    for (QName step : path) {
      here = here.flatMap(element -> element.child(step));
    }
    return here;
  }

  /** All text inside, stripped of surrounding white space. */
  public String text() {
    return rawText().strip();
  }

  /** All text inside, as it stands. */
  public String rawText() {
    String text = dom.getTextContent();
    return text == null ? "" : text;
  }

  /** Text of the first child of one name. */
  public Optional<String> textOf(QName name) {
    return child(name).map(XmlElement::text);
  }

  /** Value of an attribute without namespace. */
  public Optional<String> attribute(String name) {
    return dom.hasAttributeNS(null, name)
        ? Optional.of(dom.getAttributeNS(null, name))
        : Optional.empty();
  }

  /** Value of an attribute with a namespace. */
  public Optional<String> attribute(QName name) {
    String namespace = name.getNamespaceURI().isEmpty() ? null : name.getNamespaceURI();
    return dom.hasAttributeNS(namespace, name.getLocalPart())
        ? Optional.of(dom.getAttributeNS(namespace, name.getLocalPart()))
        : Optional.empty();
  }

  /** Its attributes, namespace declarations left out, in no particular order. */
  public List<XmlAttribute> attributes() {
    List<XmlAttribute> found = new ArrayList<>();
    NamedNodeMap map = dom.getAttributes();
    for (int i = 0; i < map.getLength(); i++) {
      if (map.item(i) instanceof Attr attribute
          && !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        found.add(XmlAttribute.of(attribute));
      }
    }
    return List.copyOf(found);
  }

  /** The namespace a prefix stands for here, as a value such as {@code soap:Sender} needs it. */
  public @Nullable String namespaceOfPrefix(String prefix) {
    return dom.lookupNamespaceURI(prefix.isEmpty() ? null : prefix);
  }

  /** Line of its start tag in the document, from 1; 0 when it was not read from a document. */
  public int line() {
    return DomBuilder.line(dom);
  }

  /** Column where its start tag ends, from 1; 0 when it was not read from a document. */
  public int column() {
    return DomBuilder.column(dom);
  }

  /**
   * Where it stands, by local names: {@code /Envelope/Body/RECSANSVITALE/Prenom[2]}. The position
   * is written only among siblings of the same name.
   */
  public String path() {
    String parent = dom.getParentNode() instanceof Element above ? of(above).path() : "";
    return parent + "/" + localName() + position();
  }

  private String position() {
    int before = 0;
    boolean after = false;
    for (Node node = dom.getPreviousSibling(); node != null; node = node.getPreviousSibling()) {
      before += sameName(node) ? 1 : 0;
    }
    for (Node node = dom.getNextSibling(); node != null && !after; node = node.getNextSibling()) {
      after = sameName(node);
    }
    return before > 0 || after ? "[" + (before + 1) + "]" : "";
  }

  private boolean sameName(Node node) {
    return node instanceof Element sibling && of(sibling).localName().equals(localName());
  }

  @Override
  public String toString() {
    return path();
  }
}
