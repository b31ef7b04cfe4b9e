package fr.socle.psc.proxy.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens kept for one session. Whoever renews them holds the monitor of this object, so that
 * two calls of one session never renew at the same time.
 */
final class SessionKeys {
  private final Map<String, ApiAccess.Tokens> apis = new HashMap<>();
  private PscTokens psc;

  SessionKeys(PscTokens psc) {
    this.psc = psc;
  }

  synchronized PscTokens psc() {
    return psc;
  }

  synchronized void renewed(PscTokens tokens) {
    psc = tokens;
  }

  synchronized Optional<ApiAccess.Tokens> api(String name) {
    return Optional.ofNullable(apis.get(name));
  }

  synchronized void keep(String name, ApiAccess.Tokens tokens) {
    apis.put(name, tokens);
  }

  synchronized void forget(String name) {
    apis.remove(name);
  }
}
