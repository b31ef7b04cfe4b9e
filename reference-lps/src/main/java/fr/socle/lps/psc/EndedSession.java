package fr.socle.lps.psc;

import org.jspecify.annotations.Nullable;

/**
 * The session that Pro Santé Connect says it ended (OpenID Connect Back-Channel Logout 1.0, 2.4).
 *
 * @param sessionId session, null when every session of the person is meant
 * @param subject person, null when only the session is named
 */
public record EndedSession(@Nullable String sessionId, @Nullable String subject) {

  /** Whether a session is meant (2.6, steps 8 and 9). */
  public boolean concerns(PscSession session) {
    return sessionId == null
        ? session.subject().equals(subject)
        : sessionId.equals(session.sessionId());
  }
}
