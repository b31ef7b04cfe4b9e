package fr.socle.lps.dmp.vihf;

/** How somebody proves himself to the DMP (dmp.md 2.5). */
public enum Mode {
  /** His card. */
  DIRECTE,
  /** The certificates of his organisation. */
  INDIRECTE,
  /** The certificates of his organisation, after Pro Santé Connect knew him. */
  INDIRECTE_RENFORCEE;

  /** Whether it lets documents be searched and read (dmp.md 5.3). */
  public boolean consults() {
    return this != INDIRECTE;
  }

  /** Whether it lets documents be fed (dmp.md 5.3, S:606 for AIR). */
  public boolean feeds() {
    return this != INDIRECTE_RENFORCEE;
  }
}
