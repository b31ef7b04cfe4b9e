package fr.socle.psc.service;

import java.util.Map;

/** The claims that logins asked for one by one. Thread-safe. */
final class ClaimsWanted {
  private static final int KEPT = 5_000;

  private final Map<String, ClaimsRequest> byLogin = new BoundedMap<>(KEPT);

  synchronized void put(String loginCode, ClaimsRequest claims) {
    if (!claims.equals(ClaimsRequest.NONE)) {
      byLogin.put(loginCode, claims);
    }
  }

  synchronized ClaimsRequest of(String loginCode) {
    return byLogin.getOrDefault(loginCode, ClaimsRequest.NONE);
  }

  synchronized void reset() {
    byLogin.clear();
  }
}
