package fr.socle.lps.identite;

import java.util.Optional;
import java.util.stream.Stream;

/** What a person shows to prove who he is (EXI ID 19, EXI SI 10, 23; insi.md 5.8). */
public enum IdentityDocument {
  CARTE_NATIONALE_IDENTITE("carte-nationale-identite", true, false),
  PASSEPORT("passeport", true, false),
  TITRE_SEJOUR("titre-sejour", true, false),
  LIVRET_FAMILLE("livret-famille", true, true),
  EXTRAIT_NAISSANCE("extrait-naissance", true, true),
  AUTRE("autre", false, false);

  private final String wire;
  private final boolean highConfidence;
  private final boolean minorsOnly;

  IdentityDocument(String wire, boolean highConfidence, boolean minorsOnly) {
    this.wire = wire;
    this.highConfidence = highConfidence;
    this.minorsOnly = minorsOnly;
  }

  /** The word of the driver contract. */
  public String wire() {
    return wire;
  }

  public static Optional<IdentityDocument> byWire(String wire) {
    return Stream.of(values()).filter(document -> document.wire.equals(wire)).findFirst();
  }

  /** Whether it is a high-confidence device. */
  public boolean highConfidence() {
    return highConfidence;
  }

  /** Whether it only proves the identity of a minor, with a parent's own document. */
  public boolean minorsOnly() {
    return minorsOnly;
  }
}
