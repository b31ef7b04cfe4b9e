package fr.socle.bench.client.api;

import java.util.List;

/**
 * The APIs Pro Santé Connectées of a space and their authorization servers.
 *
 * @param apis the APIs
 * @param clients identifiers of the callers declared
 * @param livingTokens access tokens that still work
 */
public record ApiState(List<Api> apis, List<String> clients, int livingTokens) {

  /**
   * One API.
   *
   * @param name its name
   * @param scopes its business scopes
   * @param tokenSeconds life of its access tokens
   */
  public record Api(String name, List<String> scopes, long tokenSeconds) {}
}
