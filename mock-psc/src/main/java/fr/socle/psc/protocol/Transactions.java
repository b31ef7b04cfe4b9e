package fr.socle.psc.protocol;

/** Names of the transactions of Pro Santé Connect in the journal. */
public final class Transactions {
  /** Discovery document. */
  public static final String DISCOVERY = "PSC discovery";

  /** Key set. */
  public static final String JWKS = "PSC jwks";

  /** Authorization request of a browser. */
  public static final String AUTHORIZE = "PSC authorize";

  /** Form of the login page. */
  public static final String LOGIN = "PSC login";

  /** Token request. */
  public static final String TOKEN = "PSC token";

  /** Login asked without browser. */
  public static final String CIBA = "PSC ciba";

  /** Answer given on the page of a simulated phone. */
  public static final String PHONE = "PSC phone";

  /** Userinfo request. */
  public static final String USERINFO = "PSC userinfo";

  /** Introspection. */
  public static final String INTROSPECT = "PSC introspect";

  /** Revocation. */
  public static final String REVOKE = "PSC revoke";

  /** End of session. */
  public static final String LOGOUT = "PSC logout";

  private Transactions() {}
}
