package fr.socle.features.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who kept a verdict from being reached. */
public enum Cause {
  /** The bench: it did not answer, or something failed in it. */
  BANC("banc"),
  /** The driver: dead, too slow, or breaking its contract. */
  PILOTE("pilote"),
  /** The machine the LPS runs on, or the LPS as a program: it stopped and nothing can be said. */
  LPS("lps");

  private final String label;

  Cause(String label) {
    this.label = label;
  }

  /** The word of the report. */
  @JsonValue
  public String label() {
    return label;
  }
}
