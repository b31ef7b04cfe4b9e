package fr.socle.dmp.service;

/**
 * A SOAP fault of the DMP: dmp.md 2.6, 7.8.
 *
 * @param subcode local name of the subcode, which stands in the namespace of SOAP itself (S:DEH)
 * @param text for people, French
 * @param sender whether the request is at fault, not the service
 */
public record DmpFault(String subcode, String text, boolean sender) {
  /** The VIHF is signed with a certificate that is no good for it (S:DEH). */
  public static final String INVALID_CERTIFICATE = "DMPInvalidCertificate";

  /** Any other wrong VIHF: the prefix says that the code is ours (A). */
  public static final String INVALID_VIHF = "MOCK_VIHF_INVALID";

  /** A message larger than the space takes; what the real one says is not known (A). */
  public static final String TOO_LARGE = "MOCK_MESSAGE_TROP_GRAND";

  /** A fault of the request. */
  public DmpFault(String subcode, String text) {
    this(subcode, text, true);
  }
}
