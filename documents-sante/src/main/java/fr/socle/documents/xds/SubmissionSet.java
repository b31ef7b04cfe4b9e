package fr.socle.documents.xds;

import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.RegistryObject.Form;
import java.util.List;

/**
 * The metadata of one submission (dmp.md 3.2).
 *
 * @param object what is on the wire
 */
public record SubmissionSet(RegistryObject object) {
  /** A submission set. */
  public SubmissionSet {
    if (object.form() != Form.REGISTRY_PACKAGE) {
      throw new IllegalArgumentException("not a package: " + object.form());
    }
  }

  /** Whether a package says of itself that it is a submission set. */
  static boolean isOne(RegistryObject object) {
    return object.form() == Form.REGISTRY_PACKAGE
        && object.classifications().stream()
            .anyMatch(each -> each.node().equals(Scheme.SUBMISSION_SET.urn()));
  }

  /** Symbolic identifier, or entryUUID once registered. */
  public String id() {
    return object.id();
  }

  /** Identifier of the submission. */
  public List<String> uniqueId() {
    return object.identifiers(Scheme.SUBMISSION_SET_UNIQUE_ID);
  }

  /** System it comes from. */
  public List<String> sourceId() {
    return object.identifiers(Scheme.SOURCE_ID);
  }

  /** Patient. */
  public List<String> patientId() {
    return object.identifiers(Scheme.SUBMISSION_SET_PATIENT_ID);
  }

  /** When it was submitted, UTC. */
  public List<String> submissionTime() {
    return object.values("submissionTime");
  }

  /** Authors. */
  public List<Author> authors() {
    return object.authors(Scheme.SUBMISSION_SET_AUTHOR);
  }

  /** Kind of activity. */
  public List<Coded> contentTypeCode() {
    return object.codes(Scheme.CONTENT_TYPE_CODE);
  }
}
