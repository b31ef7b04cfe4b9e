package fr.socle.dmp.registry.service;

import java.util.Arrays;
import java.util.Optional;

/** The statuses of a document: dmp.md 1.12, 3.8 (S:MSG, P4D). */
public enum Availability {
  /** Current. */
  APPROVED("urn:oasis:names:tc:ebxml-regrep:StatusType:Approved"),
  /** Replaced, or a former version of metadata. */
  DEPRECATED("urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated"),
  /** Archived. */
  ARCHIVED("urn:asip:ci-sis:2010:StatusType:Archived"),
  /** Deleted, which is logical. */
  DELETED("urn:asip:ci-sis:2010:StatusType:Deleted");

  private final String urn;

  Availability(String urn) {
    this.urn = urn;
  }

  /** Its name on the wire. */
  public String urn() {
    return urn;
  }

  /** The status of a name on the wire. */
  public static Optional<Availability> of(String urn) {
    return Arrays.stream(values()).filter(each -> each.urn.equals(urn.strip())).findFirst();
  }
}
