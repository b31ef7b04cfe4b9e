package fr.socle.exigences;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the bench says of a requirement or a scenario. */
public enum Verdict {
  /** Judged on a fact of the bench, and clean. */
  CONFORME("conforme"),
  /** Clean, but only the driver's word says so. */
  CONFORME_DECLARE("conforme_declare"),
  /** Only reserves were found. */
  RESERVE("reserve"),
  /** A blocking finding or an expectation failed. */
  NON_CONFORME("non_conforme"),
  /** The LPS does not do it, or no driver can make it. */
  NON_COUVERT("non_couvert"),
  /** Something that is not the LPS failed. */
  INDETERMINE("indetermine");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** The word of the report, such as {@code non_conforme}. */
  @JsonValue
  public String label() {
    return label;
  }
}
