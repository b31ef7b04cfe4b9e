package fr.socle.lps.proxy.server;

import fr.socle.lps.psc.PscSession;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A session of one professional with one software, and what it holds. */
final class OpenSession {

  private final String id;
  private final String nationalId;
  private final Software software;
  private final Map<String, ApiTokens> tokens = new LinkedHashMap<>();
  private final Set<String> exchanged = new LinkedHashSet<>();
  private PscSession login;

  OpenSession(String id, String nationalId, Software software, PscSession login) {
    this.id = id;
    this.nationalId = nationalId;
    this.software = software;
    this.login = login;
  }

  String id() {
    return id;
  }

  String nationalId() {
    return nationalId;
  }

  Software software() {
    return software;
  }

  Asker owner() {
    return new Asker(nationalId, software.clientId());
  }

  synchronized PscSession login() {
    return login;
  }

  /** Its tokens of Pro Santé Connect were renewed: the one to exchange is new for every API. */
  synchronized void renewed(PscSession newer) {
    login = newer;
    exchanged.clear();
  }

  /** Whether the token to exchange has served at an API: it is meant to serve once. */
  synchronized boolean exchangedAt(String api) {
    return exchanged.contains(api);
  }

  synchronized void exchanged(String api) {
    exchanged.add(api);
  }

  synchronized Optional<ApiTokens> tokens(String api) {
    return Optional.ofNullable(tokens.get(api));
  }

  synchronized void keep(String api, ApiTokens given) {
    tokens.put(api, given);
  }

  synchronized void forget(String api) {
    tokens.remove(api);
  }
}
