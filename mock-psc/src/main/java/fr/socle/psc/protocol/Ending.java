package fr.socle.psc.protocol;

/** How an authorization request ended, as far as its exchange goes. */
public enum Ending {
  /** The login page is shown: not ended yet. */
  PAGE,
  /** A code after an authentication. */
  CODE,
  /** A code without authentication: single sign-on. */
  SILENT_CODE,
  /** A redirect with an error. */
  ERROR,
  /** A page that says no, without redirect. */
  REFUSED;

  /** Whether the browser was sent back to the relying party. */
  public boolean answered() {
    return this == CODE || this == SILENT_CODE || this == ERROR;
  }
}
