package fr.socle.psc.exchange.protocol;

/** Names of the transactions of the APIs Pro Santé Connectées in the journal. */
public final class ApiTransactions {
  /** Token exchange, or refresh, at the authorization server of an API. */
  public static final String TOKEN = "API token";

  /** Introspection of an API token. */
  public static final String INTROSPECT = "API introspect";

  /** Key set of the authorization servers. */
  public static final String JWKS = "API jwks";

  /** Metadata of an authorization server. */
  public static final String METADATA = "API metadata";

  /** Business call. */
  public static final String CALL = "API call";

  /** Call of the conformance API. */
  public static final String SIGN = "API signsessiondata";

  private ApiTransactions() {}
}
