package fr.socle.psc.proxy.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of Pro Santé Connect.
 *
 * @param access access token
 * @param expiresAt when it ends, in the time of the space
 * @param lifeSeconds how long it lives from its beginning
 * @param refresh refresh token
 * @param idToken ID token, which logout needs
 * @param sessionState session
 */
public record PscTokens(
    String access,
    Instant expiresAt,
    long lifeSeconds,
    @Nullable String refresh,
    @Nullable String idToken,
    @Nullable String sessionState) {

  /** Never shows a token. */
  @Override
  public String toString() {
    return "PscTokens[" + sessionState + "]";
  }
}
