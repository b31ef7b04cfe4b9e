package fr.socle.psc.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the token desk decided and met.
 *
 * @param client client, when known, authenticated or not
 * @param body members of a successful answer in order, empty after a refusal
 * @param error the refusal
 * @param code how the presented code stands
 * @param refresh how the presented refresh token stands
 * @param authReqId how the presented {@code auth_req_id} stands
 */
public record TokenOutcome(
    @Nullable RelyingParty client,
    Map<String, Object> body,
    @Nullable OidcError error,
    @Nullable PresentedCode code,
    @Nullable PresentedToken refresh,
    @Nullable PresentedAuthReqId authReqId) {

  /** Copies the map, order kept. */
  public TokenOutcome {
    body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
  }

  /** Of a grant that presents neither code nor refresh token to look at, or one that does. */
  TokenOutcome(
      @Nullable RelyingParty client,
      Map<String, Object> body,
      @Nullable OidcError error,
      @Nullable PresentedCode code,
      @Nullable PresentedToken refresh) {
    this(client, body, error, code, refresh, null);
  }

  /** Of the CIBA grant. */
  public static TokenOutcome ofCiba(
      RelyingParty client,
      Map<String, Object> body,
      @Nullable OidcError error,
      PresentedAuthReqId authReqId) {
    return new TokenOutcome(client, body, error, null, null, authReqId);
  }

  /** A refusal before anything was presented. */
  public static TokenOutcome refused(@Nullable RelyingParty client, OidcError error) {
    return new TokenOutcome(client, Map.of(), error, null, null);
  }
}
