package fr.socle.documents.xds;

import fr.socle.bench.xml.XmlAttribute;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.xds.RegistryObject.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads metadata from ebXML. Tolerant: what is missing or double is for the rules to say. */
public final class EbXmlReader {
  private EbXmlReader() {}

  /**
   * Reads what a message submits.
   *
   * @param element {@code SubmitObjectsRequest}, or a {@code RegistryObjectList}
   */
  public static Submission submission(XmlElement element) {
    List<SubmissionSet> sets = new ArrayList<>();
    List<DocumentEntry> documents = new ArrayList<>();
    List<Association> associations = new ArrayList<>();
    List<RegistryObject> folders = new ArrayList<>();
    XmlElement list =
        element.is(EbXml.REGISTRY_OBJECT_LIST)
            ? element
            : element.child(EbXml.REGISTRY_OBJECT_LIST).orElse(element);
    for (RegistryObject object : objects(list)) {
      switch (object.form()) {
        case EXTRINSIC_OBJECT -> documents.add(new DocumentEntry(object));
        case ASSOCIATION -> associations.add(new Association(object));
        case REGISTRY_PACKAGE -> {
          if (SubmissionSet.isOne(object)) {
            sets.add(new SubmissionSet(object));
          } else {
            folders.add(object);
          }
        }
      }
    }
    return new Submission(sets, documents, associations, folders);
  }

  /** The objects of a list, in order, each with the classifications that stand beside it. */
  public static List<RegistryObject> objects(XmlElement list) {
    List<XmlElement> children = list.children();
    Map<String, List<Classification>> apart = apart(children);
    return children.stream().flatMap(child -> object(child, apart)).toList();
  }

  // ebRIM 3.0 lets a classification stand beside the object it is about.
  private static Map<String, List<Classification>> apart(List<XmlElement> children) {
    Map<String, List<Classification>> apart = new HashMap<>();
    children.stream()
        .filter(child -> child.is(EbXml.CLASSIFICATION))
        .forEach(
            child ->
                apart
                    .computeIfAbsent(attribute(child, "classifiedObject"), id -> new ArrayList<>())
                    .add(classification(child)));
    return apart;
  }

  private static Stream<RegistryObject> object(
      XmlElement element, Map<String, List<Classification>> apart) {
    return Stream.of(Form.values())
        .filter(form -> element.is(EbXml.rim(form.element())))
        .map(
            form -> {
              RegistryObjectBuilder builder = read(form, element);
              // Taken once: of two objects of one identifier, the first has them.
              List<Classification> more = apart.remove(attribute(element, "id"));
              if (more != null) {
                more.forEach(builder::classification);
              }
              return builder.build();
            });
  }

  private static RegistryObjectBuilder read(Form form, XmlElement element) {
    RegistryObjectBuilder builder = RegistryObjectBuilder.empty(form);
    for (XmlAttribute attribute : element.attributes()) {
      if (attribute.name().getNamespaceURI().isEmpty()) {
        builder.attribute(attribute.name().getLocalPart(), attribute.value());
      }
    }
    slots(element).forEach(builder::anotherSlot);
    builder.name(element.child(EbXml.NAME).map(EbXmlReader::localized).orElse(""));
    builder.description(element.child(EbXml.DESCRIPTION).map(EbXmlReader::localized).orElse(""));
    builder.version(
        element.child(EbXml.VERSION_INFO).map(v -> attribute(v, "versionName")).orElse(""));
    element.children(EbXml.CLASSIFICATION).stream()
        .map(EbXmlReader::classification)
        .forEach(builder::classification);
    element.children(EbXml.EXTERNAL_IDENTIFIER).stream()
        .map(
            each ->
                new ExternalIdentifier(
                    attribute(each, "identificationScheme"), attribute(each, "value")))
        .forEach(builder::anotherIdentifier);
    return builder;
  }

  private static Classification classification(XmlElement element) {
    return new Classification(
        attribute(element, "classificationScheme"),
        attribute(element, "classificationNode"),
        attribute(element, "nodeRepresentation"),
        element.child(EbXml.NAME).map(EbXmlReader::localized).orElse(""),
        slots(element));
  }

  private static List<Slot> slots(XmlElement element) {
    return element.children(EbXml.SLOT).stream()
        .map(
            slot ->
                new Slot(
                    attribute(slot, "name"),
                    slot.children(EbXml.VALUE_LIST).stream()
                        .flatMap(list -> list.children(EbXml.VALUE).stream())
                        .map(XmlElement::text)
                        .toList()))
        .toList();
  }

  private static String localized(XmlElement element) {
    return element.child(EbXml.LOCALIZED_STRING).map(each -> attribute(each, "value")).orElse("");
  }

  private static String attribute(XmlElement element, String name) {
    return element.attribute(name).orElse("");
  }
}
