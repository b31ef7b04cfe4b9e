package fr.socle.documents.xds;

import fr.socle.bench.xml.XmlAttribute;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.xds.RegistryObject.Form;
import java.util.ArrayList;
import java.util.List;
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
          if (SubmissionSet.isOne(object) || standsApart(list, object)) {
            sets.add(new SubmissionSet(object));
          } else {
            folders.add(object);
          }
        }
      }
    }
    return new Submission(sets, documents, associations, folders);
  }

  /** The objects of a list, in order. */
  public static List<RegistryObject> objects(XmlElement list) {
    return list.children().stream().flatMap(EbXmlReader::object).toList();
  }

  // ebRIM 3.0 lets a classification stand beside the package it is about.
  private static boolean standsApart(XmlElement list, RegistryObject object) {
    return list.children(EbXml.CLASSIFICATION).stream()
        .anyMatch(
            each ->
                attribute(each, "classificationNode").equals(Scheme.SUBMISSION_SET.urn())
                    && attribute(each, "classifiedObject").equals(object.id()));
  }

  private static Stream<RegistryObject> object(XmlElement element) {
    return Stream.of(Form.values())
        .filter(form -> element.is(EbXml.rim(form.element())))
        .map(form -> read(form, element));
  }

  private static RegistryObject read(Form form, XmlElement element) {
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
    return builder.build();
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
