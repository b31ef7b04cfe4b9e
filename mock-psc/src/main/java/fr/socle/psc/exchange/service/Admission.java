package fr.socle.psc.exchange.service;

import fr.socle.psc.service.OidcError;
import org.jspecify.annotations.Nullable;

/**
 * What an API thought of the token of a call.
 *
 * @param state how it stands
 * @param token what is known of it, absent when this API's server did not issue it
 * @param error the refusal, RFC 6750 3.1; absent when the call is let in
 */
public record Admission(State state, @Nullable ApiToken token, @Nullable OidcError error) {

  /** What can be wrong. */
  public enum State {
    /** Nothing: the call is let in. */
    ADMITTED,
    /** No token in the {@code Authorization} header. */
    ABSENT,
    /** A token of Pro Santé Connect, which has to be exchanged first. */
    PSC_TOKEN,
    /** Past its time. */
    EXPIRED,
    /** A token of another API, a refresh token, revoked, or unknown. */
    NOT_OURS,
    /** Bound to another certificate than that of the connection. */
    OTHER_CERTIFICATE,
    /** Its scope is not enough. */
    NO_SCOPE,
    /** Refused by an armed fault. */
    FAULT
  }
}
