package fr.socle.psc.proxy.protocol;

/** Names of the transactions of the Proxy e-Santé in the journal. */
public final class ProxyTransactions {
  /** Login. */
  public static final String CONNECT = "Proxy connect";

  /** Logout. */
  public static final String DISCONNECT = "Proxy disconnect";

  /** Call of an API through the proxy. */
  public static final String SEND = "Proxy send";

  /** Traces. */
  public static final String TRACES = "Proxy traces";

  private ProxyTransactions() {}
}
