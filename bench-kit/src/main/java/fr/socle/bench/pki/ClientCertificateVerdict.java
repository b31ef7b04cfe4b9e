package fr.socle.bench.pki;

/**
 * What the bench thinks of a client certificate.
 *
 * @param reason why, in one word
 * @param message the same for people, in French, with the mend
 */
public record ClientCertificateVerdict(Reason reason, String message) {

  /** Whether the certificate may authenticate a client. */
  public boolean accepted() {
    return reason == Reason.ACCEPTED;
  }

  /** Why a chain is accepted or refused. */
  public enum Reason {
    /** Nothing to say against it. */
    ACCEPTED,
    /** No certificate was presented. */
    ABSENT,
    /** No authority of the bench issued it. */
    UNKNOWN_AUTHORITY,
    /** Its validity, or that of one of its issuers, is over. */
    EXPIRED,
    /** Its validity, or that of one of its issuers, has not begun. */
    NOT_YET_VALID,
    /** It is in the revocation list of its issuer. */
    REVOKED,
    /** It was issued for another use: server, signature, authority. */
    NOT_CLIENT,
    /** Its chain breaks another rule of RFC 5280 section 6. */
    INVALID
  }
}
