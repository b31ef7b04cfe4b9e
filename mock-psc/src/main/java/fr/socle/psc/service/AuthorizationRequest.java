package fr.socle.psc.service;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that may be carried out (psc.md 1.4).
 *
 * @param client who asks
 * @param redirectUri where the answer goes
 * @param responseMode {@code query}, {@code fragment} or {@code form_post}
 * @param state to give back unchanged
 * @param nonce to copy in the tokens
 * @param scope scope granted
 * @param prompt values of {@code prompt}
 * @param maxAge oldest authentication allowed, seconds
 * @param challenge PKCE challenge
 * @param idTokenHint ID token of the person expected, as sent
 * @param idpHint local identity provider to log in at, {@code kc_idp_hint}, absent for any means
 * @param claims claims asked for one by one
 */
public record AuthorizationRequest(
    RelyingParty client,
    String redirectUri,
    String responseMode,
    @Nullable String state,
    @Nullable String nonce,
    String scope,
    Set<String> prompt,
    @Nullable Long maxAge,
    @Nullable CodeChallenge challenge,
    @Nullable String idTokenHint,
    @Nullable String idpHint,
    ClaimsRequest claims) {

  /** Copies the set. */
  public AuthorizationRequest {
    prompt = Set.copyOf(prompt);
  }
}
