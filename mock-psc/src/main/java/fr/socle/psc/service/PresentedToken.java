package fr.socle.psc.service;

import org.jspecify.annotations.Nullable;

/**
 * A token as somebody presented it.
 *
 * @param state how it stands
 * @param token what is known of it, absent when it was not issued here
 */
public record PresentedToken(State state, @Nullable IssuedToken token) {

  /** How a presented token stands. */
  public enum State {
    /** Good. */
    VALID,
    /** Past its time, in a session that lives. */
    EXPIRED,
    /** Its session was logged out, and its relying party knows it. */
    LOGGED_OUT,
    /** Its session was ended elsewhere, and its relying party acknowledged being told. */
    TOLD_LOGGED_OUT,
    /** Its session is over for another reason. */
    SESSION_OVER,
    /** Revoked by its relying party. */
    REVOKED,
    /** Its owner was struck off. */
    OWNER_REVOKED,
    /** A refresh token that a newer one replaced. */
    REPLACED,
    /** Says {@code alg: none}. */
    UNSIGNED,
    /** Not issued here, or altered since. */
    UNKNOWN
  }
}
