package fr.socle.psc.protocol;

/**
 * Addresses of Pro Santé Connect in a space, psc.md 1.1 (S: KC-PSC, DISC, CIBA-PAGE).
 *
 * @param backChannel base address of the back channel, without trailing slash
 * @param wallet base address of the front page, without trailing slash
 */
public record PscAddresses(String backChannel, String wallet) {
  /** Path of the realm. */
  public static final String REALM = "/auth/realms/esante-wallet";

  /** Issuer of the former sandbox, which old documents still name (S: LLNG, POC). */
  public static final String LEGACY_ISSUER = "https://auth.bas.esw.esante.gouv.fr" + REALM;

  /** Issuer identifier. */
  public String issuer() {
    return backChannel + REALM;
  }

  /** Discovery document, whose name is not the standard one. */
  public String discovery() {
    return issuer() + "/.well-known/wallet-openid-configuration";
  }

  /** Authorization endpoint: other host, short path. */
  public String authorization() {
    return wallet + "/auth";
  }

  /** The page of the simulated phones, which the real service does not have. */
  public String phone() {
    return wallet + "/telephone";
  }

  /** An endpoint of the realm. */
  public String endpoint(String name) {
    return issuer() + "/protocol/openid-connect/" + name;
  }
}
