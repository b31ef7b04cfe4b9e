package fr.socle.psc.proxy.service;

import org.jspecify.annotations.Nullable;

/**
 * A software that goes through the proxy, and what the proxy shows for it: the outgoing certificate
 * is picked by the client id of the software, psc.md 2.7 (S: PROXY).
 *
 * @param clientId what it says at {@code /connect}
 * @param pscClientId its client at Pro Santé Connect
 * @param secret secret of that client, absent when it authenticates by the certificate
 * @param identity name of the client identity presented to Pro Santé Connect and to the APIs
 * @param apiClientId client of the proxy at the authorization servers of the APIs
 */
public record Software(
    String clientId,
    String pscClientId,
    @Nullable String secret,
    String identity,
    String apiClientId) {

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Software[" + clientId + ", " + identity + "]";
  }
}
