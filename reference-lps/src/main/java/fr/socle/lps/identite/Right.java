package fr.socle.lps.identite;

import java.util.Optional;
import java.util.stream.Stream;

/** What a user of the practice may be allowed to do (INS/va1.18, 1.32, 1.50). */
public enum Right {
  APPELER_INSI("appeler-insi"),
  VOIR_INS("voir-ins"),
  MODIFIER_TRAITS_VERROUILLES("modifier-traits-verrouilles");

  private final String wire;

  Right(String wire) {
    this.wire = wire;
  }

  /** The word of the driver contract. */
  public String wire() {
    return wire;
  }

  public static Optional<Right> byWire(String wire) {
    return Stream.of(values()).filter(right -> right.wire.equals(wire)).findFirst();
  }
}
