package fr.socle.lps.proxy;

/**
 * A session of one professional at the Proxy e-Santé, as this software knows it.
 *
 * @param nationalId whose it is
 * @param cookie value of {@code proxy_session_id}, which never leaves this package
 */
public record ProxySession(String nationalId, String cookie) {

  /** Says nothing of the cookie: it is worth a login. */
  @Override
  public String toString() {
    return "ProxySession[" + nationalId + "]";
  }
}
