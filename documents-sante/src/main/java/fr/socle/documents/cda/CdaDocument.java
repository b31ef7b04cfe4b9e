package fr.socle.documents.cda;

import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import fr.socle.bench.xml.XmlLimits;
import fr.socle.documents.codes.Coded;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CDA document: its header as written, and its body (cda.md 2, 3). What is absent is empty. Not
 * safe for several threads.
 */
public final class CdaDocument {
  /** Section that holds the document once more as a PDF (cda.md 3 (S: REM)). */
  private static final String PDF_COPY = "1.2.250.1.213.1.1.2.243";

  private static final String BASE64 = "B64";
  private static final String PDF = "application/pdf";

  private final XmlElement root;

  private CdaDocument(XmlElement root) {
    this.root = root;
  }

  /**
   * Reads a document; one that is wrapped with its style sheet is found inside.
   *
   * @throws UnreadableCdaException if it is not XML, too large for the bench, or does not hold one
   *     clinical document
   */
  public static CdaDocument read(byte[] bytes) throws UnreadableCdaException {
    XmlElement top = xml(bytes);
    List<XmlElement> found = within(top).limit(2).toList();
    if (found.isEmpty()) {
      throw new UnreadableCdaException(
          "Le document n'a pas de ClinicalDocument (racine : "
              + top.localName()
              + ") : envoyez un document CDA R2.");
    }
    if (found.size() > 1) {
      throw new UnreadableCdaException(
          "Le document a plusieurs ClinicalDocument : envoyez un fichier par document CDA.");
    }
    return new CdaDocument(found.get(0));
  }

  private static XmlElement xml(byte[] bytes) throws UnreadableCdaException {
    try {
      return new SafeXml(XmlLimits.standard()).read(bytes, null);
    } catch (XmlException e) {
      boolean tooLarge = e.kind() == XmlException.Kind.LIMITE;
      throw new UnreadableCdaException(
          (tooLarge
                  ? "Le document CDA dépasse ce que le banc lit, il n'est pas jugé : "
                  : "Le document CDA ne se lit pas : ")
              + e.getMessage(),
          tooLarge,
          e);
    }
  }

  private static Stream<XmlElement> within(XmlElement element) {
    return element.is(Cda.name("ClinicalDocument"))
        ? Stream.of(element)
        : element.children().stream().flatMap(CdaDocument::within);
  }

  /** The element {@code ClinicalDocument}. */
  public XmlElement root() {
    return root;
  }

  /** Identifier of the document. */
  public InstanceId id() {
    return id("id");
  }

  /** Identifier of all its versions. */
  public InstanceId setId() {
    return id("setId");
  }

  /** Number of the version, as written. */
  public String versionNumber() {
    return Cda.attribute(root, "versionNumber", "value");
  }

  /** Models the document claims to follow. */
  public List<InstanceId> templates() {
    return Cda.all(root, "templateId").stream().map(Cda::id).toList();
  }

  /** Type of the document. */
  public Coded code() {
    return coded("code");
  }

  /** Title. */
  public String title() {
    return Cda.first(root, "title").map(XmlElement::text).orElse("");
  }

  /** When it was made, as written. */
  public String effectiveTime() {
    return Cda.attribute(root, "effectiveTime", "value");
  }

  /** Confidentiality. */
  public Coded confidentiality() {
    return coded("confidentialityCode");
  }

  /** Language. */
  public String language() {
    return Cda.attribute(root, "languageCode", "code");
  }

  /** Identifiers of the patient. */
  public List<InstanceId> patientIds() {
    return Cda.all(root, "recordTarget/patientRole/id").stream().map(Cda::id).toList();
  }

  /** Sector of activity of the place of care. */
  public Coded careFacility() {
    return coded("componentOf/encompassingEncounter/location/healthCareFacility/code");
  }

  /** Setting of practice of who performed the main act. */
  public Coded practiceSetting() {
    return Cda.first(root, "documentationOf")
        .map(
            act ->
                coded(
                    act,
                    "serviceEvent/performer/assignedEntity/representedOrganization"
                        + "/standardIndustryClassCode"))
        .orElse(new Coded("", "", ""));
  }

  /** When the main act began, as written. */
  public String actStart() {
    return actTime("low");
  }

  /** When the main act ended, as written; empty when the header does not say. */
  public String actEnd() {
    return actTime("high");
  }

  private String actTime(String end) {
    return Cda.first(root, "documentationOf")
        .map(act -> Cda.attribute(act, "serviceEvent/effectiveTime/" + end, "value"))
        .orElse("");
  }

  /** The documents this one replaces. */
  public List<InstanceId> replaced() {
    return Cda.all(root, "relatedDocument").stream()
        .filter(each -> Cda.attribute(each, "typeCode").equals("RPLC"))
        .flatMap(each -> Cda.all(each, "parentDocument/id").stream())
        .map(Cda::id)
        .toList();
  }

  /** How the content is carried. */
  public BodyKind bodyKind() {
    if (Cda.first(root, "component/nonXMLBody").isPresent()) {
      return BodyKind.N1;
    }
    return Cda.first(root, "component/structuredBody").isPresent() ? BodyKind.N3 : BodyKind.NONE;
  }

  /** Whether it is structured and has neither a narrative nor an entry in any section. */
  public boolean saysNothing() {
    return bodyKind() == BodyKind.N3
        && Cda.all(root, "component/structuredBody/component/section").stream()
            .noneMatch(CdaDocument::saysSomething);
  }

  private static boolean saysSomething(XmlElement section) {
    return !Cda.all(section, "entry").isEmpty()
        || Cda.all(section, "text").stream()
            .anyMatch(each -> !each.text().isEmpty() || !each.children().isEmpty())
        || Cda.all(section, "component/section").stream().anyMatch(CdaDocument::saysSomething);
  }

  /** Media type of an unstructured body; empty otherwise. */
  public String mediaType() {
    return Cda.attribute(root, "component/nonXMLBody/text", "mediaType");
  }

  /**
   * The PDF inside: the body of an N1, the copy of an N3; empty without one that can be decoded.
   */
  public Optional<byte[]> pdf() {
    return bodyKind() == BodyKind.N1
        ? Cda.first(root, "component/nonXMLBody/text").flatMap(CdaDocument::decoded)
        : copies().findFirst();
  }

  private Stream<byte[]> copies() {
    return Cda.all(root, "component/structuredBody/component/section").stream()
        .filter(
            section ->
                Cda.all(section, "templateId").stream()
                    .anyMatch(each -> Cda.id(each).root().equals(PDF_COPY)))
        .flatMap(section -> Cda.all(section, "entry").stream())
        .flatMap(CdaDocument::values)
        .map(CdaDocument::decoded)
        .flatMap(Optional::stream);
  }

  /** The values below an entry, whatever holds them. */
  private static Stream<XmlElement> values(XmlElement element) {
    return element.children().stream()
        .flatMap(each -> each.is(Cda.name("value")) ? Stream.of(each) : values(each));
  }

  private static Optional<byte[]> decoded(XmlElement element) {
    if (!Cda.attribute(element, "mediaType").equals(PDF)
        || !Cda.attribute(element, "representation").equals(BASE64)) {
      return Optional.empty();
    }
    return base64(element);
  }

  /** What an element holds in base64, white space left out; empty when it is not base64. */
  static Optional<byte[]> base64(XmlElement element) {
    try {
      String text = element.rawText().replaceAll("[ \\t\\r\\n]+", "");
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // CDA-CO-03 says so of an N1.
    }
  }

  private InstanceId id(String path) {
    return Cda.first(root, path).map(Cda::id).orElse(new InstanceId("", ""));
  }

  private Coded coded(String path) {
    return coded(root, path);
  }

  static Coded coded(XmlElement from, String path) {
    return new Coded(
        Cda.attribute(from, path, "code"),
        Cda.attribute(from, path, "codeSystem"),
        Cda.attribute(from, path, "displayName"));
  }
}
