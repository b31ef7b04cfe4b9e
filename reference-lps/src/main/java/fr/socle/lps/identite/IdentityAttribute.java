package fr.socle.lps.identite;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A mark on an identity (RNIV; insi.md 5.7). */
public enum IdentityAttribute {
  HOMONYME,
  DOUTEUX,
  FICTIF;

  /** The word of the driver contract. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<IdentityAttribute> byWire(String wire) {
    return Stream.of(values()).filter(attribute -> attribute.wire().equals(wire)).findFirst();
  }

  /** Whether the mark leaves the identity no other status than provisional. */
  public boolean forbidsIns() {
    return this != HOMONYME;
  }

  /** Whether marks may stand together: fictif stands alone (EXI ID 24, insi.md 5.7). */
  public static boolean compatible(Set<IdentityAttribute> attributes) {
    return attributes.size() < 2 || !attributes.contains(FICTIF);
  }
}
