package fr.socle.documents.xds;

import fr.socle.documents.codes.Coded;
import java.util.List;
import java.util.Map;

/**
 * An object of a registry as ebXML carries it: {@link DocumentEntry}, {@link SubmissionSet} and
 * {@link Association} are views of one. Left out, as no rule nor answer of the field needs them: of
 * a name every {@code LocalizedString} but the first, and its language; the identifiers, names and
 * slots of classifications and external identifiers beyond what those have here; {@code slotType};
 * white space around values; whether an attribute of a classification was empty or absent.
 *
 * @param form what kind of element it is
 * @param attributes attributes of the element, {@code id} included
 * @param slots slots in order, repeated names included
 * @param name title; empty without one
 * @param description comments; empty without any
 * @param version version of the metadata; empty without one
 * @param classifications classifications in order
 * @param identifiers external identifiers in order
 */
public record RegistryObject(
    Form form,
    Map<String, String> attributes,
    List<Slot> slots,
    String name,
    String description,
    String version,
    List<Classification> classifications,
    List<ExternalIdentifier> identifiers) {

  /** Copies the collections. */
  public RegistryObject {
    attributes = Map.copyOf(attributes);
    slots = List.copyOf(slots);
    classifications = List.copyOf(classifications);
    identifiers = List.copyOf(identifiers);
  }

  /** The elements there are. */
  public enum Form {
    /** A document. */
    EXTRINSIC_OBJECT("ExtrinsicObject"),
    /** A submission set, or a folder. */
    REGISTRY_PACKAGE("RegistryPackage"),
    /** A link between two objects. */
    ASSOCIATION("Association");

    private final String element;

    Form(String element) {
      this.element = element;
    }

    /** Local name of the element. */
    String element() {
      return element;
    }
  }

  /** An attribute of the element; empty when it is absent. */
  public String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "");
  }

  /** Symbolic or definitive identifier. */
  public String id() {
    return attribute("id");
  }

  /** Every value of the slots of a name. */
  public List<String> values(String slot) {
    return Slot.values(slots, slot);
  }

  /** The codes of a scheme. */
  public List<Coded> codes(Scheme scheme) {
    return classified(scheme).stream().map(Classification::coded).toList();
  }

  /** The authors of a scheme. */
  public List<Author> authors(Scheme scheme) {
    return classified(scheme).stream().map(Author::of).toList();
  }

  /** The external identifiers of a scheme. */
  public List<String> identifiers(Scheme scheme) {
    return identifiers.stream()
        .filter(each -> each.scheme().equals(scheme.urn()))
        .map(ExternalIdentifier::value)
        .toList();
  }

  private List<Classification> classified(Scheme scheme) {
    return classifications.stream().filter(c -> c.scheme().equals(scheme.urn())).toList();
  }
}
