package fr.socle.bench.world;

import java.util.Set;

/** OIDs of the authorities that assign INS matricules, insi.md 5.1 (S). */
public final class InsOid {
  /** INS-NIR: the matricule is a NIR. */
  public static final String NIR = "1.2.250.1.213.1.4.8";

  /** INS-NIA: the matricule is a number of waiting. */
  public static final String NIA = "1.2.250.1.213.1.4.9";

  /** INS-NIR of test. */
  public static final String NIR_TEST = "1.2.250.1.213.1.4.10";

  /** INS-NIR of demonstration. */
  public static final String NIR_DEMO = "1.2.250.1.213.1.4.11";

  /** Every OID an INS may bear. */
  public static final Set<String> ALL = Set.of(NIR, NIA, NIR_TEST, NIR_DEMO);

  /**
   * Social security numbers, NSS-NIR and NSS-NIA: the same digits as an INS at times, never an INS
   * (insi.md 5.1 (S:10)).
   */
  public static final Set<String> SOCIAL_SECURITY =
      Set.of("1.2.250.1.213.1.4.13", "1.2.250.1.213.1.4.14");

  private InsOid() {}
}
