package fr.socle.lps.identite;

/** What can happen to an identity and change its status: the rows of insi.md 5.6. */
public enum IdentityEvent {
  /** INSi found one identity and the user accepted it. */
  INSI_ACCEPTE("Identité retrouvée par INSi et acceptée"),
  /** A high-confidence identity document was checked. */
  PIECE_CONTROLEE("Pièce d'identité contrôlée"),
  /** The INS no longer holds: verification answered no, or the user refused the traits. */
  INS_INVALIDEE("INS invalidée"),
  /** The document check was taken back. */
  CONTROLE_RETIRE("Contrôle de la pièce d'identité retiré"),
  /** A strict trait was changed by hand. */
  TRAIT_MODIFIE("Trait strict modifié à la main"),
  /** The identity was marked doubtful or fictitious. */
  DOUTE_OU_FICTION("Identité marquée douteuse ou fictive");

  private final String reason;

  IdentityEvent(String reason) {
    this.reason = reason;
  }

  /** The reason a history line shows, in French. */
  public String reason() {
    return reason;
  }
}
