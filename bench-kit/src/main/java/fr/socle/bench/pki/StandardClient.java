package fr.socle.bench.pki;

/** The client identities every test PKI offers, the good ones first. */
public enum StandardClient {
  /** Organisation calling INSi with no user in front; CN exactly {@code INSI-AUTO}. */
  INSI_AUTO("insi-auto", "Organisation, appels INSi sans utilisateur (CN INSI-AUTO)"),
  /** Organisation calling INSi for a user; CN exactly {@code INSI-MANU}. */
  INSI_MANU("insi-manu", "Organisation, appels INSi déclenchés par un utilisateur (CN INSI-MANU)"),
  /** Organisation certificate of a Pro Santé Connect client, psc.md 1.5 (S). */
  PSC_CLIENT("psc-client", "Organisation, client Pro Santé Connect (ORG AUTH_CLI)"),
  /** Organisation whose CN is neither INSI-AUTO nor INSI-MANU. */
  ORGANISATION("organisation", "Organisation d'un autre nom, valable mais pas pour INSi"),
  /**
   * Seal of the same organisation (ORG SIGN), which signs assertions: no TLS client certificate.
   */
  ORGANISATION_SEAL("organisation-cachet", "Organisation, cachet qui signe les VIHF (ORG SIGN)"),
  /** Authentication certificate of a CPS card. */
  CPS_AUTHENTICATION("cps-authentification", "Carte CPS, certificat d'authentification"),
  /** Signature certificate of the same card: no TLS client certificate. */
  CPS_SIGNATURE("cps-signature", "Carte CPS, certificat de signature"),
  /** Refused: validity over. */
  EXPIRED("expire", "Refusé exprès : certificat expiré"),
  /** Refused: validity not begun. */
  NOT_YET_VALID("pas-encore-valide", "Refusé exprès : certificat pas encore valable"),
  /** Refused: listed in the revocation list of its authority. */
  REVOKED("revoque", "Refusé exprès : certificat révoqué"),
  /** Refused: issued by an authority the bench does not know. */
  UNKNOWN_AUTHORITY("autorite-inconnue", "Refusé exprès : autorité inconnue"),
  /** Accepted by TLS; INSi must refuse its CN, which has the wrong case. */
  WRONG_CN("cn-incorrect", "Refusé exprès par INSi : CN Insi-Auto au lieu de INSI-AUTO");

  private final String clientName;
  private final String description;

  StandardClient(String clientName, String description) {
    this.clientName = clientName;
    this.description = description;
  }

  /** Name for people and for {@link TestPki#client(String)}: French, kebab case. */
  public String clientName() {
    return clientName;
  }

  /** One line in French: what the identity is for. */
  public String description() {
    return description;
  }

  /** Whether nothing is wrong with this identity. */
  public boolean good() {
    return compareTo(EXPIRED) < 0;
  }
}
