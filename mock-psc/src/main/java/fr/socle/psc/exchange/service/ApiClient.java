package fr.socle.psc.exchange.service;

import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * A caller known to the authorization servers of the APIs: a proxy, or an API that introspects.
 *
 * @param clientId its identifier there ({@code Client_ID_AS}), psc.md 2.6
 * @param subject subject DN of its certificate
 * @param scopes business scopes it may ask for
 */
public record ApiClient(String clientId, X500Principal subject, Set<String> scopes) {

  /** Copies the set. */
  public ApiClient {
    scopes = Set.copyOf(scopes);
  }
}
