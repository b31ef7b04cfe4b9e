package fr.socle.exigences;

import com.fasterxml.jackson.annotation.JsonValue;

/** On what an expectation rests. */
public enum Basis {
  /** Exchanges received by the bench, or their absence. */
  TRAFIC("trafic"),
  /** State of a service of the bench. */
  ETAT("etat"),
  /** The driver says so. */
  DECLARE("declare"),
  /** A person looked at the software. */
  HUMAIN("humain"),
  /** A piece was supplied. */
  PIECE("piece");

  private final String label;

  Basis(String label) {
    this.label = label;
  }

  /** The word of the report. */
  @JsonValue
  public String label() {
    return label;
  }

  /** Whether the bench saw it by itself: only then a requirement is judged automatically. */
  public boolean isFactOfTheBench() {
    return this == TRAFIC || this == ETAT;
  }
}
