package fr.socle.dmp.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the caller proves who he is: dmp.md 2.5 (S: KIT, 526, 606). */
public enum AuthenticationMode {
  /** By his card, on the connection and in the VIHF. */
  DIRECTE,
  /** By his software, which the certificates of the structure prove. */
  INDIRECTE,
  /** By his software after a strong login (AIR). */
  INDIRECTE_RENFORCEE;

  /** The mode of a written value. */
  public static Optional<AuthenticationMode> of(String value) {
    String word = value.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(mode -> mode.name().equals(word)).findFirst();
  }
}
