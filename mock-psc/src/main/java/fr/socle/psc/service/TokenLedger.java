package fr.socle.psc.service;

import java.util.Map;

/**
 * All the tokens handed out in a space and what became of them. A token is recognised by its exact
 * text: whatever differs by one character was not issued here. Thread-safe.
 */
public final class TokenLedger {
  private static final int KEPT = 20_000;

  private final SpaceTime time;
  private final Sessions sessions;
  private final ProfessionalDirectory professionals;
  private final LogoutNotices notices;
  private final Map<String, Entry> byDigest = new BoundedMap<>(KEPT);

  /** No token yet. */
  public TokenLedger(
      SpaceTime time,
      Sessions sessions,
      ProfessionalDirectory professionals,
      LogoutNotices notices) {
    this.time = time;
    this.sessions = sessions;
    this.professionals = professionals;
    this.notices = notices;
  }

  private record Entry(IssuedToken token, boolean revoked, boolean replaced) {}

  /** Keeps a token. */
  synchronized void add(String value, IssuedToken token) {
    byDigest.put(digest(value), new Entry(token, false, false));
  }

  /** Looks at a token. */
  public synchronized PresentedToken present(String value) {
    Entry entry = byDigest.get(digest(value));
    if (entry == null) {
      boolean unsigned = Jwt.read(value).filter(Jwt::unsigned).isPresent();
      return new PresentedToken(
          unsigned ? PresentedToken.State.UNSIGNED : PresentedToken.State.UNKNOWN, null);
    }
    return new PresentedToken(stateOf(entry), entry.token());
  }

  /**
   * Whether this access token waits for being renewed: nothing newer was handed out at its login,
   * and some refresh token of it is still good.
   */
  synchronized boolean renewable(IssuedToken token) {
    boolean good = false;
    IssuedToken newest = token;
    for (Entry entry : byDigest.values()) {
      if (entry.token().loginCode().equals(token.loginCode())) {
        good |=
            entry.token().kind() == IssuedToken.Kind.REFRESH
                && stateOf(entry) == PresentedToken.State.VALID;
        newest = entry.token().kind() == IssuedToken.Kind.ACCESS ? entry.token() : newest;
      }
    }
    return good && newest.id().equals(token.id());
  }

  /**
   * Notes that a newer refresh token replaces this one.
   *
   * @return whether it is the first to do so
   */
  synchronized boolean replace(String value) {
    Entry before = byDigest.get(digest(value));
    if (before == null || before.replaced()) {
      return false;
    }
    byDigest.put(digest(value), new Entry(before.token(), before.revoked(), true));
    return true;
  }

  /** The same; a session that the faults armed let run out is over. */
  PresentedToken present(String value, FaultPlan faults) {
    PresentedToken presented = present(value);
    IssuedToken token = presented.token();
    boolean over = token != null && sessions.runsOut(token.sessionId(), faults);
    return over ? present(value) : presented;
  }

  /** Revokes a token. */
  synchronized void revoke(String value) {
    byDigest.computeIfPresent(
        digest(value), (key, entry) -> new Entry(entry.token(), true, entry.replaced()));
  }

  /** Forgets everything. */
  synchronized void reset() {
    byDigest.clear();
  }

  private PresentedToken.State stateOf(Entry entry) {
    if (entry.revoked()) {
      return PresentedToken.State.REVOKED;
    }
    boolean struckOff =
        professionals.find(entry.token().nationalId()).filter(who -> !who.revoked()).isEmpty();
    if (struckOff) {
      return PresentedToken.State.OWNER_REVOKED;
    }
    Sessions.Status status = sessions.status(entry.token().sessionId());
    if (status == Sessions.Status.LOGGED_OUT && knowsOfLogout(entry.token())) {
      return PresentedToken.State.LOGGED_OUT;
    }
    boolean told =
        notices.acknowledged(entry.token().sessionId(), entry.token().clientId(), time.now());
    if (status != Sessions.Status.LIVE && told) {
      return PresentedToken.State.TOLD_LOGGED_OUT;
    }
    if (status != Sessions.Status.LIVE) {
      return PresentedToken.State.SESSION_OVER;
    }
    if (!time.now().isBefore(entry.token().expiresAt())) {
      return PresentedToken.State.EXPIRED;
    }
    return entry.replaced() ? PresentedToken.State.REPLACED : PresentedToken.State.VALID;
  }

  private boolean knowsOfLogout(IssuedToken token) {
    return sessions
        .find(token.sessionId())
        .filter(session -> session.loggedOutBy(token.clientId()))
        .isPresent();
  }

  private static String digest(String value) {
    return Digests.base64Url(Digests.sha256(value));
  }
}
