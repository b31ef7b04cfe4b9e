package fr.socle.psc.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a space, living and ended. A session ends 4 h after its beginning or after 30 min
 * without activity, psc.md 1.3 (S: TRANSPORT). Thread-safe.
 */
public final class Sessions {
  private static final int KEPT = 5_000;

  private final PscSettings settings;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final Map<String, Session> byId = new BoundedMap<>(KEPT);

  /** No session yet. */
  public Sessions(PscSettings settings, SpaceTime time, Unguessable unguessable) {
    this.settings = settings;
    this.time = time;
    this.unguessable = unguessable;
  }

  /** What became of a session. */
  public enum Status {
    /** It lives. */
    LIVE,
    /** Its 4 h or its 30 min are over. */
    TIMED_OUT,
    /** It was logged out. */
    LOGGED_OUT,
    /** It was ended otherwise. */
    ENDED,
    /** Never seen, or forgotten. */
    UNKNOWN
  }

  /** Begins a session in a browser. */
  public Session start(String nationalId, Session.Means means) {
    return start(nationalId, means, unguessable.secret());
  }

  /** Begins a session that no browser shares, psc.md 2.2 (S: KC-SRC). */
  public Session startWithoutBrowser(String nationalId, Session.Means means) {
    return start(nationalId, means, null);
  }

  private synchronized Session start(
      String nationalId, Session.Means means, @Nullable String cookie) {
    Instant now = time.now();
    Session session =
        new Session(
            unguessable.uuid(), nationalId, means, cookie, now, now, now, Set.of(), null, null);
    byId.put(session.id(), session);
    return session;
  }

  /** The living session that a browser cookie stands for. */
  public synchronized Optional<Session> ofCookie(String cookie) {
    return byId.values().stream()
        .filter(session -> cookie.equals(session.cookie()))
        .filter(session -> statusOf(session) == Status.LIVE)
        .findFirst();
  }

  /** A session, whatever became of it. */
  public synchronized Optional<Session> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What became of a session. */
  public synchronized Status status(String id) {
    Session session = byId.get(id);
    return session == null ? Status.UNKNOWN : statusOf(session);
  }

  /** Restarts the idle time of a living session and notes who uses it. */
  public synchronized void seen(String id, String clientId) {
    replace(id, session -> session.seen(time.now(), clientId));
  }

  /** Notes a new authentication in a living session. */
  public synchronized void authenticated(String id) {
    replace(id, session -> session.authenticated(time.now()));
  }

  /**
   * Ends a session; whoever ended it first is remembered.
   *
   * @param by relying party that asked for it, absent when none did
   */
  public synchronized void end(String id, Session.End why, @Nullable String by) {
    replace(id, session -> session.ended(why, by));
  }

  /**
   * Ends a session like {@link #end}.
   *
   * @return the session, when it lived until now
   */
  synchronized Optional<Session> close(String id, Session.End why, @Nullable String by) {
    Optional<Session> living =
        Optional.ofNullable(byId.get(id)).filter(one -> statusOf(one) == Status.LIVE);
    end(id, why, by);
    return living;
  }

  /**
   * Lets a living session run out as the faults armed ask: at its absolute end, or idle for too
   * long (psc.md 6, item 3).
   *
   * @return whether it ran out
   */
  synchronized boolean runsOut(String id, FaultPlan faults) {
    if (status(id) != Status.LIVE) {
      return false;
    }
    if (faults.strikes(PscFault.SESSION_TERMINEE)) {
      replace(id, session -> session.startedAt(time.now().minus(settings.session())));
    } else if (faults.strikes(PscFault.SESSION_INACTIVE)) {
      replace(id, session -> session.seenAt(time.now().minus(settings.idle())));
    }
    return status(id) != Status.LIVE;
  }

  /** How long a session can still last at most, whatever its activity. */
  public Duration leftOf(Session session) {
    return Duration.between(time.now(), session.startedAt().plus(settings.session()));
  }

  /** All of them, oldest first. */
  public synchronized List<Session> all() {
    return new ArrayList<>(byId.values());
  }

  /** Forgets everything. */
  public synchronized void reset() {
    byId.clear();
  }

  private void replace(String id, UnaryOperator<Session> change) {
    byId.computeIfPresent(
        id, (key, session) -> statusOf(session) == Status.LIVE ? change.apply(session) : session);
  }

  private Status statusOf(Session session) {
    if (session.end() != null) {
      return session.end() == Session.End.LOGGED_OUT ? Status.LOGGED_OUT : Status.ENDED;
    }
    Instant now = time.now();
    boolean over =
        !now.isBefore(session.startedAt().plus(settings.session()))
            || !now.isBefore(session.seenAt().plus(settings.idle()));
    return over ? Status.TIMED_OUT : Status.LIVE;
  }
}
