package fr.socle.documents.xds;

import fr.socle.documents.xds.RegistryObject.Form;

/**
 * A link between two objects (dmp.md 3.1).
 *
 * @param object what is on the wire
 */
public record Association(RegistryObject object) {
  /** A submission set holds a document. */
  public static final String HAS_MEMBER =
      "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember";

  /** A document replaces another. */
  public static final String REPLACES = "urn:ihe:iti:2007:AssociationType:RPLC";

  /** A signature signs a submission. */
  public static final String SIGNS = "urn:ihe:iti:2007:AssociationType:signs";

  /** A status changes. */
  public static final String UPDATES_AVAILABILITY =
      "urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus";

  /** A link. */
  public Association {
    if (object.form() != Form.ASSOCIATION) {
      throw new IllegalArgumentException("not an association: " + object.form());
    }
  }

  /** A document held by a submission set, for the first time. */
  public static Association member(String id, String submissionSet, String document) {
    return new Association(
        RegistryObjectBuilder.association(id, HAS_MEMBER, submissionSet, document)
            .slot("SubmissionSetStatus", "Original")
            .build());
  }

  /** What kind of link. */
  public String type() {
    return object.attribute("associationType");
  }

  /** From which object. */
  public String source() {
    return object.attribute("sourceObject");
  }

  /** To which object. */
  public String target() {
    return object.attribute("targetObject");
  }
}
