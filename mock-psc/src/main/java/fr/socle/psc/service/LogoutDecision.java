package fr.socle.psc.service;

import org.jspecify.annotations.Nullable;

/**
 * What an end-session request gets.
 *
 * @param outcome what happens
 * @param hint how the {@code id_token_hint} stands
 * @param client relying party, when known
 * @param sessionId session that was ended or would be, when known
 * @param returnTo address to go back to after {@link Outcome#RETURNED}
 * @param state state of the request, to give back unchanged
 * @param ticket what the form of the confirmation page gives back
 * @param closed the session that ended, its relying parties being told
 * @param error why it was refused
 */
public record LogoutDecision(
    Outcome outcome,
    Hint hint,
    @Nullable RelyingParty client,
    @Nullable String sessionId,
    @Nullable String returnTo,
    @Nullable String state,
    @Nullable String ticket,
    ClosedSession closed,
    @Nullable OidcError error) {

  /** What happens. */
  public enum Outcome {
    /** The session is ended, the browser goes back. */
    RETURNED,
    /** The session is ended, a page says so. */
    ENDED,
    /** A page asks for confirmation. */
    ASKS,
    /** A page says no. */
    REFUSED
  }

  /** How an {@code id_token_hint} stands. */
  public enum Hint {
    /** Ours; an expired one is taken too, as OpenID Connect RP-Initiated Logout 2 recommends. */
    GOOD,
    /** None was sent. */
    ABSENT,
    /** Not ours, altered, or of another client. */
    FOREIGN,
    /** Says {@code alg: none}. */
    UNSIGNED
  }
}
