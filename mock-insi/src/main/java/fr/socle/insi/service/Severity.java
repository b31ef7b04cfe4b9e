package fr.socle.insi.service;

/** What a control of the simulated service does when it fails. */
public enum Severity {
  /** The control is not made. */
  OFF,
  /** The exchange carries a warning in the journal; the answer does not change. */
  WARN,
  /** The service answers a fault. */
  FAULT;

  Severity stricter() {
    return this == OFF ? WARN : FAULT;
  }
}
