package fr.socle.bench.world;

import java.util.function.BinaryOperator;

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

  /**
   * The one that the settings of a space choose: {@code ins-oid=test} or {@code real}; by default
   * the one of test, and the true one in the world {@code qualification} (insi.md 2.5).
   *
   * @param world as whom the published persons are answered
   * @param setting value of a setting by name, or the default given
   */
  public static InsOidPolicy of(PublishedWorld world, BinaryOperator<String> setting) {
    String byDefault = world == PublishedWorld.PLATFORM ? "real" : "test";
    return setting.apply("ins-oid", byDefault).equals("real") ? REAL : TEST;
  }

  /** The OID. */
  public String oid() {
    return oid;
  }
}
