package fr.socle.app.champs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Every way to alter an XML message in one place: elements and attributes. */
final class XmlAlterations {
  private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SHA_256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String SHA_1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
  private static final String SAML_NAMESPACE = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  /** Attributes that say which of several like elements one is: slots, classifications, claims. */
  private static final List<String> NAMING =
      List.of("name", "Name", "classificationScheme", "identificationScheme", "associationType");

  /** Attributes whose rules depend on the code that they carry. */
  private static final Set<String> CODED = Set.of("nodeRepresentation", "code", "mimeType");

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  /** An hour of HL7, to the second, that says no time zone. */
  private static final Pattern UNIVERSAL = Pattern.compile("\\d{14}");

  /** A date of HL7 or of XML, or a date and hour. */
  private static final Pattern DATE =
      Pattern.compile("(19|20)\\d{6}(\\d{6})?([+-]\\d{4})?|(19|20)\\d{2}-\\d{2}-\\d{2}(T.*)?");

  private static final List<Variant> ATTRIBUTE_VARIANTS =
      List.of(
          new Variant("vidé", ANY, value -> ""),
          new Variant("changé", ANY, Alterations::change),
          new Variant("changé au début", ANY, Alterations::changeStart),
          new Variant("allongé", ANY, value -> value + " et la suite".repeat(20)),
          new Variant("tronqué", ANY, value -> value.substring(0, value.length() / 2)),
          new Variant("reculé", DATE, XmlAlterations::longAgo));

  private XmlAlterations() {}

  /**
   * One altered message.
   *
   * @param place path of local names, with {@code @} before an attribute
   * @param gesture what was done
   * @param xml makes the message that results
   */
  record Altered(String place, String gesture, Supplier<byte[]> xml) {}

  /** All of them. The message is one of ours, recorded from a correct exchange. */
  static List<Altered> of(byte[] message) {
    List<Altered> all = new ArrayList<>();
    neighbours(message, all);
    List<Element> elements = elements(parse(message));
    for (int i = 0; i < elements.size(); i++) {
      element(message, elements.get(i), i, all);
    }
    return all;
  }

  /** The message with another name for its root. */
  static byte[] renamed(byte[] message) {
    Document document = parse(message);
    rename(document.getDocumentElement());
    return write(document);
  }

  /** Places of the elements of a message, in order, each with what names it among its like. */
  static List<String> places(byte[] message) {
    return elements(parse(message)).stream().map(XmlAlterations::place).toList();
  }

  /** The neighbours that the standards know: the older envelope, a security header with content. */
  private static void neighbours(byte[] message, List<Altered> all) {
    String text = new String(message, StandardCharsets.UTF_8);
    if (text.contains(SHA_256)) {
      all.add(
          new Altered(
              "/Signature/SignedInfo",
              "en SHA-1",
              () -> text.replace(SHA_256, SHA_1).getBytes(StandardCharsets.UTF_8)));
    }
    if (text.contains(SOAP_12)) {
      all.add(
          new Altered(
              "/Envelope",
              "en SOAP 1.1",
              () -> text.replace(SOAP_12, SOAP_11).getBytes(StandardCharsets.UTF_8)));
      Document document = parse(message);
      Element header = (Element) document.getElementsByTagNameNS(SOAP_12, "Header").item(0);
      if (header != null) {
        secured(message, SAML_NAMESPACE, "saml:Assertion", "/Envelope/Header/Security", all);
        secured(
            message, WSSE, "wsse:UsernameToken", "/Envelope/Header/Security/UsernameToken", all);
      }
    }
  }

  private static void secured(
      byte[] message, String namespace, String name, String place, List<Altered> all) {
    all.add(
        new Altered(
            place,
            "ajouté et garni",
            () -> {
              Document document = parse(message);
              Element security = document.createElementNS(WSSE, "wsse:Security");
              security.appendChild(document.createElementNS(namespace, name));
              document.getElementsByTagNameNS(SOAP_12, "Header").item(0).appendChild(security);
              return write(document);
            }));
  }

  /** Another value of an attribute, where its value has the form that can be so altered. */
  private record Variant(String gesture, Pattern form, UnaryOperator<String> of) {
    boolean fits(String value) {
      return form.matcher(value).matches();
    }
  }

  /** What only dates and hours have. */
  private static void ofTime(
      byte[] message, int index, String place, String text, List<Altered> all) {
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      alter(
          message,
          index,
          place,
          "au jour inconnu",
          e -> e.setTextContent(text.substring(0, 8) + "00"),
          all);
    }
    if (DATE.matcher(text).matches()) {
      alter(message, index, place, "reculé", e -> e.setTextContent(longAgo(text)), all);
    }
    if (UNIVERSAL.matcher(text).matches()) {
      alter(message, index, place, "à l'heure locale", e -> e.setTextContent(text + "+0100"), all);
    }
    if (text.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
      alter(
          message,
          index,
          place,
          "sans décalage",
          e -> e.setTextContent(text.substring(0, text.length() - 1)),
          all);
    }
  }

  private interface Gesture {
    void on(Element element);
  }

  private static void element(byte[] message, Element original, int index, List<Altered> all) {
    String place = place(original);
    boolean leaf = original.getElementsByTagNameNS("*", "*").getLength() == 0;
    if (original.getParentNode() instanceof Element) {
      alter(message, index, place, "retiré", e -> e.getParentNode().removeChild(e), all);
      alter(
          message,
          index,
          place,
          "doublé",
          e -> e.getParentNode().insertBefore(e.cloneNode(true), e),
          all);
      alter(message, index, place, "renommé", XmlAlterations::rename, all);
      if (original.getNamespaceURI() != null) {
        alter(
            message,
            index,
            place,
            "sans espace de noms",
            e -> e.getOwnerDocument().renameNode(e, "", e.getLocalName()),
            all);
      }
      if (next(original) != null) {
        alter(message, index, place, "déplacé", XmlAlterations::swap, all);
      }
    }
    if (leaf) {
      String text = original.getTextContent();
      if (!text.isEmpty()) {
        ofTime(message, index, place, text, all);
        alter(message, index, place, "vidé", e -> e.setTextContent(""), all);
        alter(
            message,
            index,
            place,
            "changé",
            e -> e.setTextContent(Alterations.change(e.getTextContent())),
            all);
        alter(
            message,
            index,
            place,
            "en minuscules accentuées",
            e -> e.setTextContent("é" + e.getTextContent().toLowerCase(java.util.Locale.ROOT)),
            all);
        alter(
            message,
            index,
            place,
            "changé au début",
            e -> e.setTextContent(Alterations.changeStart(e.getTextContent())),
            all);
        alter(
            message,
            index,
            place,
            "allongé",
            e -> e.setTextContent(e.getTextContent() + " et la suite".repeat(20)),
            all);
        alter(message, index, place, "à double tiret", XmlAlterations::doubleHyphen, all);
        alter(message, index, place, "copié d'un autre", XmlAlterations::copy, all);
        alter(
            message,
            index,
            place,
            "tronqué",
            e -> e.setTextContent(e.getTextContent().substring(0, e.getTextContent().length() / 2)),
            all);
      } else {
        alter(message, index, place, "rempli", e -> e.setTextContent("x"), all);
        alter(
            message,
            index,
            place,
            "garni",
            e -> e.appendChild(e.getOwnerDocument().createElementNS(e.getNamespaceURI(), "x")),
            all);
      }
    }
    NamedNodeMap attributes = original.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (!attribute.getName().startsWith("xmlns")) {
        String name = attribute.getName();
        String at =
            place + "/@" + name + (CODED.contains(name) ? "[" + attribute.getValue() + "]" : "");
        alter(message, index, at, "retiré", e -> e.removeAttribute(name), all);
        for (Variant variant : ATTRIBUTE_VARIANTS) {
          if (variant.fits(attribute.getValue())) {
            alter(
                message,
                index,
                at,
                variant.gesture(),
                e -> e.setAttribute(name, variant.of().apply(e.getAttribute(name))),
                all);
          }
        }
      }
    }
  }

  private static void alter(
      byte[] message, int index, String place, String gesture, Gesture action, List<Altered> all) {
    all.add(
        new Altered(
            place,
            gesture,
            () -> {
              Document document = parse(message);
              action.on((Element) document.getElementsByTagNameNS("*", "*").item(index));
              return write(document);
            }));
  }

  private static void rename(Element element) {
    element
        .getOwnerDocument()
        .renameNode(element, element.getNamespaceURI(), element.getNodeName() + "X");
  }

  /** The same day and hour of the century before the last. */
  private static String longAgo(String date) {
    return "18" + date.substring(2);
  }

  private static void doubleHyphen(Element element) {
    String text = element.getTextContent();
    element.setTextContent(text.substring(0, 1) + "--" + text.substring(1));
  }

  /** Takes the text of the last element of the same local name. */
  private static void copy(Element element) {
    var same = element.getOwnerDocument().getElementsByTagNameNS("*", element.getLocalName());
    element.setTextContent(same.item(same.getLength() - 1).getTextContent());
  }

  private static void swap(Element element) {
    Element next = next(element);
    if (next != null) {
      element.getParentNode().insertBefore(next, element);
    }
  }

  private static @org.jspecify.annotations.Nullable Element next(Element element) {
    for (Node n = element.getNextSibling(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element sibling) {
        return sibling;
      }
    }
    return null;
  }

  private static List<Element> elements(Document document) {
    List<Element> list = new ArrayList<>();
    var nodes = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < nodes.getLength(); i++) {
      list.add((Element) nodes.item(i));
    }
    return list;
  }

  private static String place(Element element) {
    Node parent = element.getParentNode();
    return (parent instanceof Element above ? place(above) : "")
        + "/"
        + element.getLocalName()
        + (element.getLocalName().equals("templateId")
            ? "[" + element.getAttribute("root") + "]"
            : "")
        + NAMING.stream()
            .filter(element::hasAttribute)
            .map(name -> "[" + element.getAttribute(name) + "]")
            .collect(Collectors.joining());
  }

  private static Document parse(byte[] message) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(message));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("a recorded message is not XML", e);
    }
  }

  private static byte[] write(Document document) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
