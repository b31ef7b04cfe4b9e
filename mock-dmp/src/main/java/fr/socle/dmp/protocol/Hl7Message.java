package fr.socle.dmp.protocol;

import static fr.socle.dmp.protocol.DmpContract.hl7;

import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * An HL7 v3 request of the DMP, looked into as far as its transactions need: dmp.md 1.3, 1.6, 1.8.
 *
 * @param root element of the body
 */
public record Hl7Message(XmlElement root) {
  private static final QName CONTROL = hl7("controlActProcess");

  /** Its identifier. */
  public Optional<InstanceId> id() {
    return root.child(hl7("id")).map(InstanceId::of);
  }

  /** Identifier of the software that sends it. */
  public Optional<InstanceId> sender() {
    return root.descend(hl7("sender"), hl7("device"), hl7("id")).map(InstanceId::of);
  }

  /** Name of the software that sends it. */
  public String senderName() {
    return root.descend(hl7("sender"), hl7("device"), hl7("softwareName"))
        .map(XmlElement::text)
        .orElse("");
  }

  /** Code of {@code reasonCode}, empty when unwritten. */
  public String reason() {
    return root.descend(CONTROL, hl7("reasonCode"))
        .flatMap(each -> each.attribute("code"))
        .orElse("");
  }

  /** The query. */
  public Optional<XmlElement> query() {
    return root.descend(CONTROL, hl7("queryByParameter"));
  }

  /** Identifier of the query. */
  public Optional<InstanceId> queryId() {
    return query().flatMap(each -> each.child(hl7("queryId"))).map(InstanceId::of);
  }

  /** The patient a query of identifiers asks about. */
  public Optional<PatientId> queriedPatient() {
    return query()
        .flatMap(each -> each.descend(hl7("parameterList"), hl7("patientIdentifier"), hl7("value")))
        .map(InstanceId::of)
        .map(id -> new PatientId(id.extension(), id.root()));
  }

  /** A parameter of a search of people. */
  public Optional<XmlElement> parameter(String name) {
    return query().flatMap(each -> each.descend(hl7("parameterList"), hl7(name), hl7("value")));
  }

  /** The registration a change asks for. */
  public Optional<XmlElement> registration() {
    return root.descend(CONTROL, hl7("subject"), hl7("registrationRequest"));
  }

  /** The patient of a registration. */
  public Optional<XmlElement> registeredPatient() {
    return registration().flatMap(each -> each.descend(hl7("subject1"), hl7("patient")));
  }

  /** The patient of a registration, by his first identifier. */
  public Optional<PatientId> registeredPatientId() {
    return registeredPatient()
        .flatMap(each -> each.child(hl7("id")))
        .map(InstanceId::of)
        .map(id -> new PatientId(id.extension(), id.root()));
  }

  /**
   * The author of a registration, by its place; when it is elsewhere, by the identifier of a
   * professional: dmp.md 1.8 (RG_2230, S:617).
   */
  public Optional<XmlElement> author() {
    return registration()
        .flatMap(each -> each.descend(hl7("author"), hl7("assignedEntity")))
        .or(this::professional);
  }

  private Optional<XmlElement> professional() {
    return below(root)
        .filter(each -> each.is(hl7("assignedEntity")))
        .filter(
            each ->
                each.children(hl7("id")).stream()
                    .anyMatch(id -> InstanceId.of(id).root().equals(DmpContract.PROFESSIONALS)))
        .findFirst();
  }

  /** Motive of closure. */
  public Optional<XmlElement> closure() {
    return below(root)
        .filter(each -> each.is(hl7("code")))
        .filter(each -> each.attribute("codeSystem").orElse("").equals(DmpContract.CLOSURES))
        .findFirst();
  }

  /** Value of an observation, such as an opposition. */
  public Optional<Boolean> observation(String code) {
    return below(root)
        .filter(each -> each.is(hl7("administrativeObservation")))
        .filter(
            each ->
                each.child(hl7("code"))
                    .flatMap(inner -> inner.attribute("code"))
                    .orElse("")
                    .equals(code))
        .flatMap(each -> each.child(hl7("value")).stream())
        .map(value -> value.attribute("value").orElse(value.text()).equals("true"))
        .findFirst();
  }

  /** Whether a name in an element has a family and a given name that are not blank. */
  public static boolean isNamed(XmlElement element) {
    return List.of("family", "given").stream()
        .allMatch(
            part -> below(element).anyMatch(each -> each.is(hl7(part)) && !each.text().isBlank()));
  }

  /** The elements inside an element. */
  static Stream<XmlElement> below(XmlElement element) {
    return element.children().stream().flatMap(each -> Stream.concat(Stream.of(each), below(each)));
  }
}
