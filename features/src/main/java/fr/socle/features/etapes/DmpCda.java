package fr.socle.features.etapes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A CDA that an LPS sent, as far as the scenarios look at it (cda.md 2).
 *
 * @param root its root element
 */
record DmpCda(Element root) {
  /** The CDA in these bytes; nothing when there is none. */
  static Optional<DmpCda> read(byte[] content) {
    return DmpXml.read(content)
        .filter(root -> "ClinicalDocument".equals(root.getLocalName()))
        .map(DmpCda::new);
  }

  /** Its identifier, root and extension joined as metadata do. */
  String id() {
    return DmpXml.children(root, "id").stream().map(DmpCda::joined).findFirst().orElse("");
  }

  /** Its title. */
  String title() {
    return DmpXml.children(root, "title").stream().map(DmpXml::text).findFirst().orElse("");
  }

  /** The code of its type. */
  String code() {
    return DmpXml.children(root, "code").stream()
        .map(code -> code.getAttribute("code"))
        .findFirst()
        .orElse("");
  }

  /** Codes of the models it follows. */
  List<String> models() {
    return DmpXml.children(root, "templateId").stream().map(id -> id.getAttribute("root")).toList();
  }

  /** Identifiers of the patient, such as {@code 1.2.250.1.213.1.4.10^2750…}. */
  List<String> patientIds() {
    return DmpXml.at(root, "recordTarget", "patientRole", "id").stream()
        .map(DmpCda::joined)
        .toList();
  }

  /** When the act was done, as written. */
  String actDate() {
    return DmpXml.at(root, "documentationOf", "serviceEvent", "effectiveTime").stream()
        .map(
            time ->
                DmpXml.children(time, "low").stream()
                    .map(low -> low.getAttribute("value"))
                    .findFirst()
                    .orElse(time.getAttribute("value")))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Identifiers of the documents it replaces. */
  List<String> replaced() {
    return DmpXml.children(root, "relatedDocument").stream()
        .filter(related -> related.getAttribute("typeCode").equals("RPLC"))
        .flatMap(related -> DmpXml.at(related, "parentDocument", "id").stream())
        .map(DmpCda::joined)
        .toList();
  }

  /** Identifiers of the persons it is meant for. */
  List<String> recipients() {
    return DmpXml.at(root, "informationRecipient", "intendedRecipient", "id").stream()
        .map(id -> id.getAttribute("extension"))
        .toList();
  }

  /** Identifiers of its authors and of the structures they act for. */
  List<String> authors() {
    return DmpXml.children(root, "author").stream()
        .flatMap(author -> DmpXml.everywhere(author, "id"))
        .map(id -> id.getAttribute("extension"))
        .toList();
  }

  /** Order numbers it answers to, such as {@code 1.2.3^D42}. */
  List<String> orders() {
    return DmpXml.at(root, "inFulfillmentOf", "order", "id").stream().map(DmpCda::joined).toList();
  }

  /** The PDF of an N1; nothing when the body is another. */
  Optional<byte[]> pdf() {
    return DmpXml.at(root, "component", "nonXMLBody", "text").stream()
        .filter(text -> text.getAttribute("mediaType").equals("application/pdf"))
        .map(DmpXml::text)
        .flatMap(text -> decoded(text).stream())
        .filter(DmpCda::isPdf)
        .findFirst();
  }

  /** Whether the body is structured, with at least one section that has a text. */
  boolean structured() {
    return DmpXml.at(root, "component", "structuredBody", "component", "section", "text").stream()
        .anyMatch(text -> !DmpXml.text(text).isEmpty());
  }

  /** Codes of this system within the body. */
  List<String> bodyCodes(String codeSystem) {
    return DmpXml.children(root, "component").stream()
        .flatMap(body -> DmpXml.everywhere(body, "code"))
        .filter(code -> code.getAttribute("codeSystem").equals(codeSystem))
        .map(code -> code.getAttribute("code"))
        .toList();
  }

  /** Whether the body says these words, wherever. */
  boolean says(String words) {
    return DmpXml.children(root, "component").stream()
        .anyMatch(body -> body.getTextContent().contains(words));
  }

  private static String joined(Element id) {
    String extension = id.getAttribute("extension");
    return extension.isEmpty()
        ? id.getAttribute("root")
        : id.getAttribute("root") + "^" + extension;
  }

  private static boolean isPdf(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).startsWith("%PDF-");
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
