package fr.socle.lps.dmp.ebxml;

/**
 * A code with its scheme and its label.
 *
 * @param scheme OID, {@code URN} or {@code ASTM}
 */
public record Code(String code, String scheme, String label) {

  public static final Code NORMAL = new Code("N", "2.16.840.1.113883.5.25", "Normal");

  /** {@code code^^scheme}, as a search writes it. */
  public String inQuery() {
    return code + "^^" + scheme;
  }
}
