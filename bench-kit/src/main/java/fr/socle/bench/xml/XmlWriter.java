package fr.socle.bench.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.namespace.QName;

/**
 * Writes XML in which every prefix and every place of a namespace declaration is chosen: what the
 * simulated services answer must look like them, not only mean the same.
 *
 * <p>A name's prefix and namespace travel together in its {@link QName}; the declaration is added
 * on the element that needs it, unless {@link #declare} put it there or higher before. Misuse (an
 * attribute after text, one end too many) is a programming error: {@link IllegalStateException}.
 */
public final class XmlWriter {
  private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

  private final StringBuilder out = new StringBuilder(1024);
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean inTag;

  /** Writes the XML declaration, encoding UTF-8. Only at the very start. */
  public XmlWriter declaration() {
    require(out.isEmpty(), "the XML declaration comes first");
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    return this;
  }

  /** Opens an element. */
  public XmlWriter start(QName name) {
    closeTag();
    Map<String, String> inherited = open.isEmpty() ? Map.of() : open.getFirst().prefixes;
    Open element = new Open(tag(name), new HashMap<>(inherited));
    open.push(element);
    out.append('<').append(element.tag);
    inTag = true;
    bind(name.getPrefix(), name.getNamespaceURI());
    return this;
  }

  /** Declares a prefix on the element just opened, needed there or not. */
  public XmlWriter declare(String prefix, String namespace) {
    require(inTag, "a declaration belongs to a start tag");
    bind(prefix, namespace);
    return this;
  }

  /** Adds an attribute without namespace to the element just opened. */
  public XmlWriter attribute(String name, String value) {
    return attribute(new QName(name), value);
  }

  /** Adds an attribute to the element just opened; with a namespace it needs a prefix. */
  public XmlWriter attribute(QName name, String value) {
    require(inTag, "an attribute belongs to a start tag");
    boolean qualified = !name.getNamespaceURI().isEmpty();
    require(!qualified || !name.getPrefix().isEmpty(), "a qualified attribute needs a prefix");
    if (qualified && !XML_NAMESPACE.equals(name.getNamespaceURI())) {
      bind(name.getPrefix(), name.getNamespaceURI());
    }
    out.append(' ').append(tag(name)).append("=\"");
    escape(value, true);
    out.append('"');
    return this;
  }

  /** Writes text. */
  public XmlWriter text(String text) {
    closeTag();
    escape(text, false);
    return this;
  }

  /** Closes the element opened last. */
  public XmlWriter end() {
    require(!open.isEmpty(), "no element is open");
    Open element = open.pop();
    if (inTag) {
      out.append("/>");
      inTag = false;
    } else {
      out.append("</").append(element.tag).append('>');
    }
    return this;
  }

  /** Writes a whole element with text only. */
  public XmlWriter element(QName name, String text) {
    return start(name).text(text).end();
  }

  /** The document. All elements must be closed. */
  public String toXml() {
    require(open.isEmpty() && !out.isEmpty(), "the document is not finished");
    return out.toString();
  }

  /** The document in UTF-8. All elements must be closed. */
  public byte[] toBytes() {
    return toXml().getBytes(StandardCharsets.UTF_8);
  }

  private void bind(String prefix, String namespace) {
    require(prefix.isEmpty() || !namespace.isEmpty(), "a prefix needs a namespace");
    Map<String, String> prefixes = open.getFirst().prefixes;
    String known = prefixes.getOrDefault(prefix, "");
    if (known.equals(namespace)) {
      return;
    }
    require(open.getFirst().declared.put(prefix, namespace) == null, "prefix declared twice");
    prefixes.put(prefix, namespace);
    out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix).append("=\"");
    escape(namespace, true);
    out.append('"');
  }

  private void closeTag() {
    if (inTag) {
      out.append('>');
      inTag = false;
    }
  }

  private static String tag(QName name) {
    return name.getPrefix().isEmpty()
        ? name.getLocalPart()
        : name.getPrefix() + ":" + name.getLocalPart();
  }

  private void escape(String text, boolean attribute) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                // What XML 1.0 cannot carry is shown as the replacement character.
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
  }

  private static boolean allowed(int c) {
    return (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(message);
    }
  }

  private static final class Open {
    private final String tag;
    private final Map<String, String> prefixes;
    private final Map<String, String> declared = new HashMap<>();

    Open(String tag, Map<String, String> prefixes) {
      this.tag = Objects.requireNonNull(tag);
      this.prefixes = prefixes;
    }
  }
}
