package fr.socle.lps.insi;

import fr.socle.lps.identite.HistoricalIns;
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
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads what INSi answers, by namespaces and never by prefixes or order, and without DTD (insi.md
 * 2.5, 2.7).
 */
final class AnswerReader {

  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final String RESULT = "http://www.cnamts.fr/INSiResultat";
  private static final String SIRAM = "urn:siram";

  /** Reads a SOAP message; anything that is not a known answer is {@code Unavailable}. */
  InsiAnswer read(byte[] message) {
    Element envelope;
    try {
      envelope = parse(message).getDocumentElement();
    } catch (SAXException | IOException e) {
      return new InsiAnswer.Unavailable("réponse illisible");
    }
    Optional<Element> body = child(envelope, SOAP, "Body");
    if (!is(envelope, SOAP, "Envelope") || body.isEmpty()) {
      return new InsiAnswer.Unavailable("réponse qui n'est pas un message SOAP 1.2");
    }
    Optional<Element> fault = child(body.get(), SOAP, "Fault");
    if (fault.isPresent()) {
      return fault(fault.get());
    }
    Optional<Element> result = child(body.get(), RESULT, "RESULTAT");
    if (result.isEmpty()) {
      return new InsiAnswer.Unavailable("réponse sans RESULTAT");
    }
    return result(result.get());
  }

  private static InsiAnswer result(Element result) {
    String code = child(result, RESULT, "CR").map(cr -> text(cr, "CodeCR")).orElse("");
    return switch (code) {
      case "00" ->
          child(result, RESULT, "INDIVIDU")
              .map(AnswerReader::found)
              .orElseGet(() -> new InsiAnswer.Unavailable("code 00 sans identité"));
      case "01" -> new InsiAnswer.None();
      case "02" -> new InsiAnswer.Several();
      default -> new InsiAnswer.Unavailable("code retour inconnu « " + code + " »");
    };
  }

  private static InsiAnswer found(Element person) {
    Optional<Element> active = child(person, RESULT, "INSACTIF");
    Optional<Element> traits = child(person, RESULT, "TIQ");
    if (active.isEmpty() || traits.isEmpty()) {
      return new InsiAnswer.Unavailable("identité incomplète");
    }
    List<HistoricalIns> former = new ArrayList<>();
    for (Element ins : children(person, RESULT, "INSHISTO").toList()) {
      former.add(
          new HistoricalIns(
              number(ins, "NumIdentifiant"),
              absentIfEmpty(number(ins, "Cle")),
              text(ins, "OID"),
              absentIfEmpty(text(ins, "DateDeb")),
              absentIfEmpty(text(ins, "DateFin"))));
    }
    return new InsiAnswer.Found(
        number(active.get(), "NumIdentifiant"),
        number(active.get(), "Cle"),
        text(active.get(), "OID"),
        former,
        text(traits.get(), "NomNaissance"),
        firstNames(traits.get()),
        text(traits.get(), "Sexe"),
        text(traits.get(), "DateNaissance"),
        text(traits.get(), "LieuNaissance"));
  }

  /** The list of first names: live service, CNDA files and official sample differ (insi.md 2.5). */
  private static List<String> firstNames(Element traits) {
    String list = text(traits, "ListePrenom");
    String names = list.isEmpty() ? text(traits, "Prenom") : list;
    return Stream.of(names.split(" ", -1)).filter(name -> !name.isBlank()).toList();
  }

  private static InsiAnswer fault(Element fault) {
    String code =
        child(fault, SOAP, "Detail")
            .flatMap(detail -> child(detail, SIRAM, "Erreur"))
            .map(error -> error.getAttribute("code"))
            .orElse("");
    return new InsiAnswer.Unavailable(code.isEmpty() ? "erreur SOAP" : "erreur " + code);
  }

  private static String number(Element ins, String name) {
    return child(ins, RESULT, "IdIndividu").map(id -> text(id, name)).orElse("");
  }

  private static String text(Element parent, String name) {
    return child(parent, RESULT, name).map(element -> element.getTextContent().strip()).orElse("");
  }

  private static @Nullable String absentIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Optional<Element> child(Element parent, String namespace, String name) {
    return children(parent, namespace, name).findFirst();
  }

  private static Stream<Element> children(Element parent, String namespace, String name) {
    Stream.Builder<Element> found = Stream.builder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && is(element, namespace, name)) {
        found.add(element);
      }
    }
    return found.build();
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
