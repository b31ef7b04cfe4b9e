package fr.socle.essais.dmp;

import fr.socle.bench.world.Ins;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The header of a CDA as a software that feeds the DMP reads it (cda.md 2.6, 2.7; dmp.md 3.3), by
 * the JDK's XPath: it shares no code with the reader of the bench.
 */
final class CdaHeader {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT);
  private static final DateTimeFormatter UNIVERSAL =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
  private static final String NATIONAL = "1.2.250.1.213.1.4.";

  private final XPath xpath = XPathFactory.newInstance().newXPath();
  private final Node root;

  private CdaHeader(Node root) {
    this.root = root;
  }

  static CdaHeader read(byte[] bytes) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
    return new CdaHeader(document.getDocumentElement());
  }

  /** Text of the first node of a path of element names, {@code @name} for an attribute. */
  String text(String path) {
    return text(root, path);
  }

  private String text(Node from, String path) {
    try {
      return xpath.evaluate(path, from).strip();
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private List<Node> all(Node from, String path) {
    try {
      NodeList found =
          (NodeList) Objects.requireNonNull(xpath.evaluate(path, from, XPathConstants.NODESET));
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        nodes.add(found.item(i));
      }
      return nodes;
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  String uniqueId() {
    String extension = text("id/@extension");
    return text("id/@root") + (extension.isEmpty() ? "" : "^" + extension);
  }

  /** The INS, its key made right: some are published with another. */
  Ins ins() {
    String number = text(insPath() + "/@extension").substring(0, 13);
    long key = 97 - Long.parseLong(number) % 97;
    return Ins.of(number + String.format(Locale.ROOT, "%02d", key), text(insPath() + "/@root"));
  }

  String patient() {
    return ins().matricule().value() + "^^^&" + ins().oid() + "&ISO^NH";
  }

  /** The local number of the patient, its INS without one. */
  String sourcePatient() {
    String local = "recordTarget/patientRole/id[not(starts-with(@root, '" + NATIONAL + "'))]";
    return text(local + "/@root").isEmpty()
        ? patient()
        : text(local + "/@extension") + "^^^&" + text(local + "/@root") + "&ISO^PI";
  }

  private static String insPath() {
    return "recordTarget/patientRole/id[starts-with(@root, '" + NATIONAL + "')]";
  }

  /** A date in universal time. */
  String universal(String path) {
    return OffsetDateTime.parse(text(path), WRITTEN)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .format(UNIVERSAL);
  }

  boolean isUnstructured() {
    return !all(root, "component/nonXMLBody").isEmpty();
  }

  /** The authors, each with its structure, else with that of the custodian. */
  List<DmpEntry.Author> authors() {
    return all(root, "author/assignedAuthor").stream()
        .map(
            author ->
                new DmpEntry.Author(
                    structure(author),
                    person(author),
                    text(author, "code/@code").isEmpty()
                        ? ""
                        : text(author, "code/@code")
                            + "^"
                            + text(author, "code/@displayName")
                            + "^"
                            + text(author, "code/@codeSystem")))
        .toList();
  }

  String legalAuthenticator() {
    return person(all(root, "legalAuthenticator/assignedEntity").get(0));
  }

  /** Who calls: the first author who is somebody, else the system that answers for it. */
  String caller() {
    return authors().stream()
        .map(author -> author.person().replaceAll("\\^.*", ""))
        .filter(id -> !id.contains("/"))
        .findFirst()
        .orElse(legalAuthenticator().replaceAll("\\^.*", ""));
  }

  private String structure(Node author) {
    String id = text(author, "representedOrganization/id/@extension");
    String name = text(author, "representedOrganization/name");
    String custodian = "custodian/assignedCustodian/representedCustodianOrganization/";
    return (id.isEmpty() ? text(custodian + "name") : name)
        + "^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^"
        + (id.isEmpty() ? text(custodian + "id/@extension") : id);
  }

  private String person(Node who) {
    String id = text(who, "id/@extension");
    String root = text(who, "id/@root");
    if (root.startsWith(NATIONAL)) {
      return xcn(id, family(who), given(who), root, "D", "NH");
    }
    boolean system = id.contains("/");
    return xcn(
        id,
        system
            ? text(who, "assignedAuthoringDevice/softwareName|representedOrganization/name")
            : family(who),
        system ? text(who, "assignedAuthoringDevice/manufacturerModelName") : given(who),
        "1.2.250.1.71.4.2.1",
        system ? "U" : "D",
        system ? "RI" : "IDNPS");
  }

  private String family(Node who) {
    return text(who, "assignedPerson/name/family");
  }

  private String given(Node who) {
    return text(who, "assignedPerson/name/given");
  }

  private static String xcn(
      String id, String family, String given, String authority, String nameType, String idType) {
    return id + "^" + family + "^" + given + "^^^^^^&" + authority + "&ISO^" + nameType + "^^^"
        + idType;
  }
}
