package fr.socle.psc.exchange.service;

import org.jspecify.annotations.Nullable;

/**
 * What Pro Santé Connect says of a subject token.
 *
 * @param state how it stands
 * @param nationalId whose it is, when it is known
 * @param clientId relying party it was handed to, when it is known
 * @param sessionState session it belongs to, when it is known
 */
public record SubjectStanding(
    State state,
    @Nullable String nationalId,
    @Nullable String clientId,
    @Nullable String sessionState) {

  /** How a subject token stands. */
  public enum State {
    /** An access token that is active. */
    ACTIVE,
    /** An access token past its time, in a session that lives. */
    EXPIRED,
    /** Not active for another reason, or unknown. */
    INACTIVE,
    /** A refresh token or an ID token. */
    NOT_AN_ACCESS_TOKEN
  }

  /** A token of which nothing is known. */
  public static SubjectStanding inactive() {
    return new SubjectStanding(State.INACTIVE, null, null, null);
  }
}
