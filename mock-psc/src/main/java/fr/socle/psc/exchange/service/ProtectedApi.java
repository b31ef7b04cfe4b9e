package fr.socle.psc.exchange.service;

import java.time.Duration;
import java.util.List;

/**
 * An API Pro Santé Connectée, which owns an authorization server (psc.md 2.6).
 *
 * @param name short name, in paths and settings: {@code insi}
 * @param scopes its business scopes, all of which a client gets that asks for none
 * @param callScope scope without which a call is refused
 * @param tokenLife life of its access tokens; recommended between 1 h and 4 h, psc.md 1.3 (S:
 *     TRANSPORT)
 * @param refreshLife life of its refresh tokens
 * @param form what its access tokens are
 */
public record ProtectedApi(
    String name,
    List<String> scopes,
    String callScope,
    Duration tokenLife,
    Duration refreshLife,
    TokenForm form) {

  /** Copies the list. */
  public ProtectedApi {
    scopes = List.copyOf(scopes);
  }

  /** What an access token is. */
  public enum TokenForm {
    /** A signed JWT, which an API can verify by itself. */
    JWT,
    /** A text that means nothing without introspection. */
    OPAQUE
  }

  /** Path of its realm on the back channel listener. */
  public String realmPath() {
    return "/auth/realms/" + name;
  }

  /** Path under which it is called on the back channel listener. */
  public String resourcePath() {
    return "/api/" + name;
  }
}
