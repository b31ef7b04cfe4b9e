package fr.socle.documents.ins;

import fr.socle.bench.world.InsOid;
import java.util.Optional;
import java.util.stream.Stream;

/** The authorities that assign matricules, by their OID (insi.md 5.1 (S:8, S:15)). */
public enum InsKind {
  /** The matricule is a NIR. */
  NIR(InsOid.NIR, "NIR", false),
  /** The matricule is a number of waiting. */
  NIA(InsOid.NIA, "NIA", false),
  /** A NIR of test. */
  NIR_TEST(InsOid.NIR_TEST, "NIR", true),
  /** A NIR of demonstration. */
  NIR_DEMO(InsOid.NIR_DEMO, "NIR", true);

  private final String oid;
  private final String label;
  private final boolean fictitious;

  InsKind(String oid, String label, boolean fictitious) {
    this.oid = oid;
    this.label = label;
    this.fictitious = fictitious;
  }

  /** The OID of the authority. */
  public String oid() {
    return oid;
  }

  /** {@code NIR} or {@code NIA}, the word printed beside the matricule (INS/va1.15). */
  public String label() {
    return label;
  }

  /** Whether no real person bears such a matricule. */
  public boolean isFictitious() {
    return fictitious;
  }

  /** The kind an OID stands for; empty when it is not one of an INS. */
  public static Optional<InsKind> ofOid(String oid) {
    return Stream.of(values()).filter(kind -> kind.oid.equals(oid)).findFirst();
  }
}
