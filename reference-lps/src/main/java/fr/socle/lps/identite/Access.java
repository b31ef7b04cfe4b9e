package fr.socle.lps.identite;

import java.time.Instant;

/**
 * One line of the log of a record (INS/va1.27, 1.39): what was done with the identity, by whom.
 *
 * @param at when
 * @param kind what was done
 * @param who the user at the workstation
 * @param detail what it was about, in French
 */
public record Access(Instant at, Kind kind, String who, String detail) {

  /** What can be done with an identity. */
  public enum Kind {
    CREATION("creation"),
    CONSULTATION("consultation"),
    MODIFICATION("modification"),
    ACCES_INS("acces-ins"),
    TRANSMISSION("transmission");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** The word of the driver contract. */
    public String wire() {
      return wire;
    }
  }
}
