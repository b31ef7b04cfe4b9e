package fr.socle.bench.pki;

/** The certificates a listener of the bench can present. */
public enum ServerIdentity {
  /** Valid for the host names of the bench. */
  GOOD("bon"),
  /** As {@link #GOOD}, its common name being the one of INSi's host (insi.md 2.2 (S)). */
  INSI("insi"),
  /** Right name, right authority, but its validity is over. */
  EXPIRED("expire"),
  /** Issued by the trusted authority for a host that is not the bench's. */
  WRONG_NAME("nom-incorrect"),
  /** Right name, but issued by an authority nobody trusts. */
  UNKNOWN_AUTHORITY("autorite-inconnue"),
  /**
   * Right name, issued by an authority below the trusted one; says where its revocation is told.
   * Issued when it is shown.
   */
  REVOCABLE("revocable"),
  /** As {@link #REVOCABLE}, and revoked. */
  REVOKED("revoque");

  private final String fileName;

  ServerIdentity(String fileName) {
    this.fileName = fileName;
  }

  /** Whether it says where its revocation is told, which only a space knows. */
  public boolean isRevocable() {
    return this == REVOCABLE || this == REVOKED;
  }

  /** Path of the certificate chain, relative to the directory of the PKI. */
  String chainPath() {
    return "server/" + fileName + ".pem";
  }
}
