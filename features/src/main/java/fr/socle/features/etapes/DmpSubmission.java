package fr.socle.features.etapes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Documents an LPS sent to the DMP, as they are on the wire (dmp.md 1.9): metadata and bytes. Read
 * without judging: the checks of the bench do that.
 *
 * @param documents the documents; the one that signs the lot is left out
 * @param links associations between them and what is in the DMP
 * @param setAuthors authors of the lot, as in {@link Sent#authors()}
 */
record DmpSubmission(List<Sent> documents, List<Link> links, List<String> setAuthors) {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTENT_ID =
      Pattern.compile("(?im)^content-id:\\s*<?([^>\\r\\n]+)>?");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^\\r\\n]+)");

  // dmp.md 3.1
  private static final String TYPE_CODE = "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983";
  private static final String CLASS_CODE = "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a";
  private static final String FORMAT = "urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d";
  private static final String VISIBILITY = "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f";
  private static final String AUTHOR = "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d";
  private static final String SET_AUTHOR = "urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d";
  private static final String UNIQUE_ID = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab";
  // dmp.md 3.6
  private static final String SIGNATURE_LANGUAGE = "art";

  /** Copies the lists. */
  DmpSubmission {
    documents = List.copyOf(documents);
    links = List.copyOf(links);
    setAuthors = List.copyOf(setAuthors);
  }

  /**
   * A document.
   *
   * @param entry its symbolic identifier
   * @param uniqueId its identifier
   * @param type code of its type
   * @param documentClass code of its class
   * @param format its format code
   * @param title its title
   * @param visibility its confidentiality codes
   * @param authors what is said of each of its authors, person and structure in one text
   * @param slots its other metadata
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sent(
      String entry,
      String uniqueId,
      String type,
      String documentClass,
      String format,
      String title,
      List<String> visibility,
      List<String> authors,
      Map<String, List<String>> slots,
      byte[] content) {

    /** First value of a slot; empty when it is not there. */
    String slot(String name) {
      List<String> values = slots.getOrDefault(name, List.of());
      return values.isEmpty() ? "" : values.get(0);
    }

    /** The CDA; nothing when the document is none. */
    Optional<DmpCda> cda() {
      return DmpCda.read(content);
    }
  }

  /**
   * An association.
   *
   * @param type last word of its type, such as {@code RPLC}
   * @param from what it goes from
   * @param to what it goes to
   */
  record Link(String type, String from, String to) {}

  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Part(String id, String type, byte[] bytes) {}

  /** The submission in a request as recorded; nothing when it cannot be read. */
  static Optional<DmpSubmission> read(byte[] request) {
    List<Part> parts = parts(request);
    for (Part part : parts) {
      if (!part.type().contains("xop+xml") && !part.type().contains("soap+xml")) {
        continue;
      }
      Optional<DmpSubmission> read =
          DmpXml.read(part.bytes())
              .filter(envelope -> DmpXml.everywhere(envelope, "ExtrinsicObject").count() > 0)
              .map(envelope -> of(envelope, parts));
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  private static DmpSubmission of(Element envelope, List<Part> parts) {
    Map<String, byte[]> contents = new HashMap<>();
    DmpXml.everywhere(envelope, "Document")
        .forEach(
            document ->
                DmpXml.at(document, "Include").stream()
                    .map(include -> include.getAttribute("href").replaceFirst("^cid:", ""))
                    .flatMap(id -> parts.stream().filter(part -> part.id().equals(id)))
                    .findFirst()
                    .ifPresent(part -> contents.put(document.getAttribute("id"), part.bytes())));
    List<Sent> documents =
        DmpXml.everywhere(envelope, "ExtrinsicObject")
            .filter(
                entry ->
                    !slots(entry)
                        .getOrDefault("languageCode", List.of())
                        .contains(SIGNATURE_LANGUAGE))
            .map(entry -> sent(entry, contents))
            .toList();
    List<Link> links =
        DmpXml.everywhere(envelope, "Association")
            .map(
                link ->
                    new Link(
                        link.getAttribute("associationType").replaceFirst(".*:", ""),
                        link.getAttribute("sourceObject"),
                        link.getAttribute("targetObject")))
            .toList();
    List<String> setAuthors =
        DmpXml.everywhere(envelope, "RegistryPackage")
            .flatMap(lot -> authors(lot, SET_AUTHOR).stream())
            .toList();
    return new DmpSubmission(documents, links, setAuthors);
  }

  private static Sent sent(Element entry, Map<String, byte[]> contents) {
    String id = entry.getAttribute("id");
    return new Sent(
        id,
        identifier(entry),
        first(codes(entry, TYPE_CODE)),
        first(codes(entry, CLASS_CODE)),
        first(codes(entry, FORMAT)),
        title(entry),
        codes(entry, VISIBILITY),
        authors(entry, AUTHOR),
        slots(entry),
        contents.getOrDefault(id, new byte[0]));
  }

  private static String identifier(Element entry) {
    return DmpXml.children(entry, "ExternalIdentifier").stream()
        .filter(one -> one.getAttribute("identificationScheme").equals(UNIQUE_ID))
        .map(one -> one.getAttribute("value"))
        .findFirst()
        .orElse("");
  }

  private static String title(Element entry) {
    return DmpXml.at(entry, "Name", "LocalizedString").stream()
        .map(name -> name.getAttribute("value"))
        .findFirst()
        .orElse("");
  }

  private static List<String> codes(Element entry, String scheme) {
    return classifications(entry, scheme).stream()
        .map(one -> one.getAttribute("nodeRepresentation"))
        .toList();
  }

  private static List<String> authors(Element entry, String scheme) {
    return classifications(entry, scheme).stream()
        .map(
            author ->
                String.join(" ; ", slots(author).values().stream().flatMap(List::stream).toList()))
        .toList();
  }

  private static List<Element> classifications(Element entry, String scheme) {
    return DmpXml.children(entry, "Classification").stream()
        .filter(one -> one.getAttribute("classificationScheme").equals(scheme))
        .toList();
  }

  private static Map<String, List<String>> slots(Element entry) {
    Map<String, List<String>> slots = new HashMap<>();
    for (Element slot : DmpXml.children(entry, "Slot")) {
      slots.put(
          slot.getAttribute("name"),
          DmpXml.at(slot, "ValueList", "Value").stream().map(DmpXml::text).toList());
    }
    return slots;
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }

  /** Parts of the message; the message itself when it has none. */
  private static List<Part> parts(byte[] request) {
    // One character a byte: the cuts fall on bytes whatever the parts hold.
    String message = new String(request, StandardCharsets.ISO_8859_1);
    int head = endOfHead(message, 0);
    String headers = message.substring(0, head);
    Matcher boundary = BOUNDARY.matcher(headers);
    if (!boundary.find()) {
      return List.of(part(message));
    }
    String mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    List<Part> parts = new ArrayList<>();
    int at = message.indexOf(mark, head);
    while (at >= 0 && !message.startsWith("--", at + mark.length())) {
      int start = message.indexOf('\n', at) + 1;
      int next = message.indexOf(mark, at + mark.length());
      if (start == 0 || next < start) {
        break;
      }
      String part = message.substring(start, next);
      parts.add(part(part.endsWith("\r\n") ? part.substring(0, part.length() - 2) : part));
      at = next;
    }
    return parts;
  }

  private static Part part(String part) {
    int end = endOfHead(part, 0);
    String headers = part.substring(0, end);
    Matcher id = CONTENT_ID.matcher(headers);
    Matcher type = TYPE.matcher(headers);
    return new Part(
        id.find() ? id.group(1).strip() : "",
        type.find() ? type.group(1) : "",
        part.substring(end).strip().isEmpty()
            ? new byte[0]
            : body(part, end).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String body(String part, int end) {
    return part.substring(end + (part.startsWith("\r\n\r\n", end) ? 4 : 2));
  }

  private static int endOfHead(String message, int from) {
    int crlf = message.indexOf("\r\n\r\n", from);
    int lf = message.indexOf("\n\n", from);
    if (crlf >= 0 && (lf < 0 || crlf < lf)) {
      return crlf;
    }
    return lf < 0 ? message.length() : lf;
  }
}
