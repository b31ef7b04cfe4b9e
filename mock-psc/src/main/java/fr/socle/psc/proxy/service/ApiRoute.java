package fr.socle.psc.proxy.service;

import java.util.List;

/**
 * An API behind the proxy.
 *
 * @param name name in {@code /send/<name>/…}
 * @param url where it is, without trailing slash
 * @param tokenUrl token endpoint of its authorization server
 * @param scopes scopes to ask for, none for those the server gives by itself
 * @param external whether it is somebody else's: then it is judged as an API
 * @param ownServer whether its authorization server is the bench's, which then sees introspections
 */
public record ApiRoute(
    String name,
    String url,
    String tokenUrl,
    List<String> scopes,
    boolean external,
    boolean ownServer) {

  /** Copies the list. */
  public ApiRoute {
    scopes = List.copyOf(scopes);
  }
}
