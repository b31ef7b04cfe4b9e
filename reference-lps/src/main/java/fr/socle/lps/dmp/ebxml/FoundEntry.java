package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.soap.Xml;
import java.util.List;
import org.w3c.dom.Element;

/** An entry that a search found, kept as it came. */
public record FoundEntry(Element element) {

  private static final String UUID = "urn:uuid:";

  public String entryUuid() {
    return element.getAttribute("id");
  }

  /** Number of its version, {@code 1} when it says none. */
  public String version() {
    String version = Xml.attribute(element, "versionName", "VersionInfo");
    return version.isEmpty() ? "1" : version;
  }

  public Status status() {
    return Status.ofUrn(element.getAttribute("status")).orElse(Status.ACTUEL);
  }

  public String uniqueId() {
    return identifier("2e82c1f6-a085-4c72-9da3-8640a32e42ab");
  }

  public String title() {
    return Xml.attribute(element, "value", "Name", "LocalizedString");
  }

  public String type() {
    return code("f0306f51-975f-434e-a61c-c59651d33983");
  }

  public String classCode() {
    return code("41a5887f-8865-4c09-adf7-e362475b143a");
  }

  public String format() {
    return code("a09d5840-386c-46f2-b5ad-9c3699a4309d");
  }

  public Visibility visibility() {
    return Visibility.of(codes("f4f85eac-e6cb-4883-b524-f2705394840f"));
  }

  /** Date of the act in universal time, as written. */
  public String start() {
    return slot("serviceStartTime").stream().findFirst().orElse("");
  }

  public String repository() {
    return slot("repositoryUniqueId").stream().findFirst().orElse("");
  }

  /** Identifiers of orders and the like it is linked to. */
  public List<String> references() {
    return slot("urn:ihe:iti:xds:2013:referenceIdList");
  }

  /** Names of its authors, for a user. */
  public String author() {
    return String.join(
        ", ",
        classifications("93606bcf-9494-43ec-9b4e-a7748d1a838d").stream()
            .flatMap(author -> slot(author, "authorPerson").stream())
            .map(FoundEntry::name)
            .toList());
  }

  /** Whether somebody, or his organisation, is one of its authors. */
  public boolean isBy(String identifier) {
    return classifications("93606bcf-9494-43ec-9b4e-a7748d1a838d").stream()
        .flatMap(author -> Xml.below(author, "Value").stream())
        .anyMatch(value -> List.of(value.getTextContent().split("\\^", -1)).contains(identifier));
  }

  /** Whether the patient put it there. */
  public boolean ofPatient() {
    return classCode().equals("90");
  }

  private static String name(String composite) {
    String[] parts = composite.split("\\^", -1);
    return parts.length < 3 ? composite : (parts[2] + " " + parts[1]).strip();
  }

  private String identifier(String scheme) {
    return Xml.children(element, "ExternalIdentifier").stream()
        .filter(each -> each.getAttribute("identificationScheme").equals(UUID + scheme))
        .map(each -> each.getAttribute("value"))
        .findFirst()
        .orElse("");
  }

  private String code(String scheme) {
    return codes(scheme).stream().findFirst().orElse("");
  }

  private List<String> codes(String scheme) {
    return classifications(scheme).stream()
        .map(each -> each.getAttribute("nodeRepresentation"))
        .toList();
  }

  private List<Element> classifications(String scheme) {
    return Xml.children(element, "Classification").stream()
        .filter(each -> each.getAttribute("classificationScheme").equals(UUID + scheme))
        .toList();
  }

  private List<String> slot(String name) {
    return slot(element, name);
  }

  private static List<String> slot(Element from, String name) {
    return Xml.children(from, "Slot").stream()
        .filter(slot -> slot.getAttribute("name").equals(name))
        .flatMap(slot -> Xml.below(slot, "Value").stream())
        .map(value -> value.getTextContent().strip())
        .toList();
  }
}
