package fr.socle.lps.identite;

import java.util.Locale;

/** What a verification of an INS came to. */
public enum InsVerdict {
  /** The INS is that of these traits. */
  CONFIRMEE,
  /** It is not. */
  DEMENTIE,
  /** Nobody knows: no answer, or one that was not understood. */
  INDISPONIBLE;

  /** The word of the driver contract. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
