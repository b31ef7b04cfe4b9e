package fr.socle.bench.world;

/** Which OID the generated NIR bear. */
public enum InsOidPolicy {
  /** The one of test, everywhere. */
  TEST(InsOid.NIR_TEST),
  /** The true one, as the qualification platform answers for its fictitious patients. */
  REAL(InsOid.NIR);

  private final String oid;

  InsOidPolicy(String oid) {
    this.oid = oid;
  }

  /** The OID. */
  public String oid() {
    return oid;
  }
}
