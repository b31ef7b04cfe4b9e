package fr.socle.documents.xds;

import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.RegistryObject.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts an object of a registry together. Not safe for several threads. */
public final class RegistryObjectBuilder {
  private final Form form;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Classification> classifications = new ArrayList<>();
  private final List<ExternalIdentifier> identifiers = new ArrayList<>();
  private String name = "";
  private String description = "";
  private String version = "";

  private RegistryObjectBuilder(Form form, String id) {
    this.form = form;
    attributes.put("id", id);
  }

  /** A document that does not change. */
  public static RegistryObjectBuilder document(String id, String mimeType) {
    return new RegistryObjectBuilder(Form.EXTRINSIC_OBJECT, id)
        .attribute("mimeType", mimeType)
        .attribute("objectType", Scheme.STABLE_DOCUMENT);
  }

  /** A submission set. */
  public static RegistryObjectBuilder submissionSet(String id) {
    RegistryObjectBuilder builder = new RegistryObjectBuilder(Form.REGISTRY_PACKAGE, id);
    builder.classifications.add(
        new Classification("", Scheme.SUBMISSION_SET.urn(), "", "", List.of()));
    return builder;
  }

  /** A link. */
  public static RegistryObjectBuilder association(
      String id, String type, String source, String target) {
    return new RegistryObjectBuilder(Form.ASSOCIATION, id)
        .attribute("associationType", type)
        .attribute("sourceObject", source)
        .attribute("targetObject", target);
  }

  /** The same object, to be changed. */
  public static RegistryObjectBuilder of(RegistryObject object) {
    RegistryObjectBuilder builder = empty(object.form());
    builder.attributes.putAll(object.attributes());
    builder.slots.addAll(object.slots());
    builder.classifications.addAll(object.classifications());
    builder.identifiers.addAll(object.identifiers());
    return builder.name(object.name()).description(object.description()).version(object.version());
  }

  /** Sets an attribute of the element; an empty value takes it away. */
  public RegistryObjectBuilder attribute(String attribute, String value) {
    if (value.isEmpty()) {
      attributes.remove(attribute);
    } else {
      attributes.put(attribute, value);
    }
    return this;
  }

  /** Sets a slot; without value it is taken away. */
  public RegistryObjectBuilder slot(String slot, String... values) {
    slots.removeIf(each -> each.name().equals(slot));
    if (values.length > 0) {
      slots.add(Slot.of(slot, values));
    }
    return this;
  }

  /** Sets the codes of a scheme; without code they are taken away. */
  public RegistryObjectBuilder codes(Scheme scheme, Coded... codes) {
    classifications.removeIf(each -> each.scheme().equals(scheme.urn()));
    for (Coded code : codes) {
      classifications.add(Classification.of(scheme, code));
    }
    return this;
  }

  /** Sets the authors; without author they are taken away. */
  public RegistryObjectBuilder authors(Scheme scheme, Author... authors) {
    classifications.removeIf(each -> each.scheme().equals(scheme.urn()));
    for (Author author : authors) {
      classifications.add(Classification.of(scheme, author));
    }
    return this;
  }

  /** Sets an external identifier; an empty value takes it away. */
  public RegistryObjectBuilder identifier(Scheme scheme, String value) {
    identifiers.removeIf(each -> each.scheme().equals(scheme.urn()));
    if (!value.isEmpty()) {
      identifiers.add(new ExternalIdentifier(scheme.urn(), value));
    }
    return this;
  }

  /** Sets the title; empty takes it away. */
  public RegistryObjectBuilder name(String title) {
    name = title;
    return this;
  }

  /** Sets the comments; empty takes them away. */
  public RegistryObjectBuilder description(String comments) {
    description = comments;
    return this;
  }

  /** Sets the version of the metadata; empty takes it away. */
  public RegistryObjectBuilder version(String number) {
    version = number;
    return this;
  }

  RegistryObjectBuilder classification(Classification classification) {
    classifications.add(classification);
    return this;
  }

  RegistryObjectBuilder anotherSlot(Slot slot) {
    slots.add(slot);
    return this;
  }

  RegistryObjectBuilder anotherIdentifier(ExternalIdentifier identifier) {
    identifiers.add(identifier);
    return this;
  }

  static RegistryObjectBuilder empty(Form form) {
    RegistryObjectBuilder builder = new RegistryObjectBuilder(form, "");
    builder.attributes.clear();
    return builder;
  }

  /** The object. */
  public RegistryObject build() {
    return new RegistryObject(
        form, attributes, slots, name, description, version, classifications, identifiers);
  }
}
