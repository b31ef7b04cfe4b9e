package fr.socle.insi.protocol;

/** How a door of INSi wants to know who calls: insi.md 2.2 and 2.3. */
public enum AccessMode {
  /** By the certificate of an organisation, in TLS. */
  CERTIFICATE,
  /** By the assertion of a professional, signed by a card or of Pro Santé Connect. */
  ASSERTION,
  /** Clear HTTP: whatever is shown is looked at, nothing is asked (A). */
  CLEAR
}
