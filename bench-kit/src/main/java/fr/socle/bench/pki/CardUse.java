package fr.socle.bench.pki;

/** The two certificates of a CPS card. */
public enum CardUse {
  /** Proves who the holder is, in a TLS handshake. */
  AUTHENTICATION("authentification"),
  /** Signs documents and assertions. */
  SIGNATURE("signature");

  private final String label;

  CardUse(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
