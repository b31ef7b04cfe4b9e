package fr.socle.lps.dmp.cda;

/**
 * The order that a request places: a unique number and who gave it (DB/LGC.01).
 *
 * @param authority OID
 */
public record Order(String number, String authority) {

  /** {@code number^^^&OID&ISO}. */
  public String composite() {
    return number + "^^^&" + authority + "&ISO";
  }

  /** The same as {@code referenceIdList} writes it (dmp.md 3.7). */
  public String reference() {
    return composite() + "^urn:ihe:iti:xds:2013:order";
  }
}
