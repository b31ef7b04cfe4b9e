package fr.socle.lps.dmp.ebxml;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a document is in its life at the DMP (dmp.md 3.8). */
public enum Status {
  ACTUEL("urn:oasis:names:tc:ebxml-regrep:StatusType:Approved"),
  REMPLACE("urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated"),
  ARCHIVE("urn:asip:ci-sis:2010:StatusType:Archived"),
  SUPPRIME("urn:asip:ci-sis:2010:StatusType:Deleted");

  private final String urn;

  Status(String urn) {
    this.urn = urn;
  }

  public String urn() {
    return urn;
  }

  /** The word of the driver contract. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Status> ofUrn(String urn) {
    return Stream.of(values()).filter(status -> status.urn.equals(urn)).findFirst();
  }

  public static Optional<Status> ofWire(String word) {
    return Stream.of(values()).filter(status -> status.wire().equals(word)).findFirst();
  }
}
