package fr.socle.documents.xds;

import fr.socle.bench.xml.XmlWriter;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/** Writes metadata as ebXML, in the order the schema wants. Used for one message. */
public final class EbXmlWriter {
  private static final List<String> ATTRIBUTES =
      List.of(
          "id",
          "lid",
          "home",
          "mimeType",
          "isOpaque",
          "objectType",
          "status",
          "associationType",
          "sourceObject",
          "targetObject");
  private static final QName LANG = new QName(XMLConstants.XML_NS_URI, "lang", "xml");

  private final XmlWriter out;
  private int written;

  /** Writes into a document under way. */
  public EbXmlWriter(XmlWriter out) {
    this.out = out;
  }

  /** Writes a submission with its root. */
  public void submission(Submission submission) {
    out.start(EbXml.SUBMIT_OBJECTS_REQUEST).start(EbXml.REGISTRY_OBJECT_LIST);
    Stream.of(
            submission.sets().stream().map(SubmissionSet::object),
            submission.folders().stream(),
            submission.documents().stream().map(DocumentEntry::object),
            submission.associations().stream().map(Association::object))
        .flatMap(objects -> objects)
        .forEach(this::object);
    out.end().end();
  }

  /** Writes one object. */
  public void object(RegistryObject object) {
    out.start(EbXml.rim(object.form().element()));
    ATTRIBUTES.stream()
        .filter(name -> object.attributes().containsKey(name))
        .forEach(name -> out.attribute(name, object.attribute(name)));
    object.attributes().keySet().stream()
        .filter(name -> !ATTRIBUTES.contains(name))
        .sorted()
        .forEach(name -> out.attribute(name, object.attribute(name)));
    object.slots().forEach(this::slot);
    localized(EbXml.NAME, object.name());
    localized(EbXml.DESCRIPTION, object.description());
    if (!object.version().isEmpty()) {
      out.start(EbXml.VERSION_INFO).attribute("versionName", object.version()).end();
    }
    object.classifications().forEach(each -> classification(object, each));
    object.identifiers().forEach(each -> identifier(object, each));
    out.end();
  }

  private void classification(RegistryObject of, Classification classification) {
    out.start(EbXml.CLASSIFICATION).attribute("id", of.id() + "-c" + ++written);
    optional("classificationScheme", classification.scheme());
    optional("classificationNode", classification.node());
    out.attribute("classifiedObject", of.id());
    if (!classification.scheme().isEmpty()) {
      out.attribute("nodeRepresentation", classification.code());
    }
    classification.slots().forEach(this::slot);
    localized(EbXml.NAME, classification.label());
    out.end();
  }

  private void identifier(RegistryObject of, ExternalIdentifier identifier) {
    out.start(EbXml.EXTERNAL_IDENTIFIER)
        .attribute("id", of.id() + "-e" + ++written)
        .attribute("registryObject", of.id())
        .attribute("identificationScheme", identifier.scheme())
        .attribute("value", identifier.value());
    Stream.of(Scheme.values())
        .filter(scheme -> scheme.urn().equals(identifier.scheme()))
        .findFirst()
        .ifPresent(scheme -> localized(EbXml.NAME, scheme.identifierName()));
    out.end();
  }

  private void slot(Slot slot) {
    out.start(EbXml.SLOT).attribute("name", slot.name()).start(EbXml.VALUE_LIST);
    slot.values().forEach(value -> out.element(EbXml.VALUE, value));
    out.end().end();
  }

  // dmp.md 3.1 (S:MSG): the attributes of a localized string.
  private void localized(QName name, String value) {
    if (!value.isEmpty()) {
      out.start(name)
          .start(EbXml.LOCALIZED_STRING)
          .attribute(LANG, "FR")
          .attribute("charset", "UTF8")
          .attribute("value", value)
          .end()
          .end();
    }
  }

  private void optional(String name, String value) {
    if (!value.isEmpty()) {
      out.attribute(name, value);
    }
  }
}
