package fr.socle.lps.pilote;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a driver action ended, with the word the driver contract uses for it. */
public enum Status {
  /** The user's act is done. */
  FAIT("fait"),
  /** The software refused to do it and told its user why. */
  REFUSE("refuse"),
  /** The software tried and did not succeed: a service is down, a person did not answer. */
  ECHEC("echec");

  private final String wire;

  Status(String wire) {
    this.wire = wire;
  }

  @JsonValue
  public String wire() {
    return wire;
  }
}
