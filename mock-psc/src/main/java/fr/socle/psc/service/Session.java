package fr.socle.psc.service;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session of a professional at Pro Santé Connect. Instants are of the {@link SpaceTime}.
 *
 * @param id {@code session_state} and {@code sid}
 * @param nationalId who
 * @param means how he or she authenticated
 * @param cookie secret of the browser cookie, absent for a session without browser
 * @param startedAt when it began; counts for its absolute end
 * @param authenticatedAt last authentication, {@code auth_time}
 * @param seenAt last activity; counts for its idle end
 * @param clientIds relying parties that used it
 * @param end why it was ended, absent while nobody did
 * @param endedBy relying party that asked for its end, when one did
 */
public record Session(
    String id,
    String nationalId,
    Means means,
    @Nullable String cookie,
    Instant startedAt,
    Instant authenticatedAt,
    Instant seenAt,
    Set<String> clientIds,
    @Nullable End end,
    @Nullable String endedBy) {

  /** Copies the set, order kept. */
  public Session {
    clientIds = Collections.unmodifiableSet(new LinkedHashSet<>(clientIds));
  }

  /** Authentication means, psc.md 2.3. */
  public enum Means {
    /** A card of the CPS family; value seen in tokens (S: CACHE). */
    CARD,
    /** The e-CPS application; by analogy with the CIBA {@code channel} (A). */
    MOBILE,
    /** A local identity provider that PSC trusts, psc.md 2.1 (S: MS); value assumed (A). */
    DELEGATION
  }

  /** Why a session was ended before its time. */
  public enum End {
    /** Logout asked by a relying party or by the user. */
    LOGGED_OUT,
    /** Ended by the administrator of Pro Santé Connect. */
    ADMINISTRATOR,
    /** A code was presented twice. */
    CODE_REUSED,
    /** Its refresh token was revoked by the relying party. */
    REVOKED
  }

  Session seen(Instant now, String clientId) {
    Set<String> clients = new LinkedHashSet<>(clientIds);
    clients.add(clientId);
    return new Session(
        id, nationalId, means, cookie, startedAt, authenticatedAt, now, clients, end, endedBy);
  }

  Session authenticated(Instant now) {
    return new Session(id, nationalId, means, cookie, startedAt, now, now, clientIds, end, endedBy);
  }

  /** This session, begun at another time. */
  Session startedAt(Instant begun) {
    return new Session(
        id, nationalId, means, cookie, begun, authenticatedAt, seenAt, clientIds, end, endedBy);
  }

  /** This session, last used at another time. */
  Session seenAt(Instant used) {
    return new Session(
        id, nationalId, means, cookie, startedAt, authenticatedAt, used, clientIds, end, endedBy);
  }

  /**
   * Whether a relying party knows that it was logged out: it asked for it, or nobody else used the
   * session. Another one is told by a back-channel logout only.
   */
  boolean loggedOutBy(String clientId) {
    boolean asked = endedBy == null ? clientIds.equals(Set.of(clientId)) : endedBy.equals(clientId);
    return end == End.LOGGED_OUT && asked;
  }

  /** This session, ended by a relying party or by nobody known; it must not have ended before. */
  Session ended(End why, @Nullable String by) {
    return new Session(
        id, nationalId, means, cookie, startedAt, authenticatedAt, seenAt, clientIds, why, by);
  }
}
