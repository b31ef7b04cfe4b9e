package fr.socle.psc.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code handed to a browser, with what it will be held against.
 *
 * @param id identifier that may be shown, unlike the code
 * @param value the code
 * @param clientId relying party it was made for
 * @param redirectUri redirect address of the request
 * @param sessionId session it gives tokens of
 * @param nonce nonce of the request
 * @param scope scope granted
 * @param challenge PKCE challenge, absent without PKCE
 * @param issuedAt when it was made
 */
public record AuthorizationCode(
    String id,
    String value,
    String clientId,
    String redirectUri,
    String sessionId,
    @Nullable String nonce,
    String scope,
    @Nullable CodeChallenge challenge,
    Instant issuedAt) {

  /** Never shows the code. */
  @Override
  public String toString() {
    return "AuthorizationCode[" + id + "]";
  }
}
