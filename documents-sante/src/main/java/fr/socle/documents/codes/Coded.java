package fr.socle.documents.codes;

/**
 * A code of a scheme with its label.
 *
 * @param code the code
 * @param scheme OID of the scheme, or {@code URN}
 * @param label label, empty when none is known
 */
public record Coded(String code, String scheme, String label) {

  /** Whether code and scheme are the same, whatever the label. */
  public boolean sameAs(Coded other) {
    return code.equals(other.code) && scheme.equals(other.scheme);
  }

  @Override
  public String toString() {
    return code + " (" + scheme + ")";
  }
}
