package fr.socle.psc.proxy.service;

import fr.socle.psc.service.SpaceTime;
import fr.socle.psc.service.Unguessable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The living sessions of the proxy: one a user and software, psc.md 2.7 (S: PROXY). A new login of
 * the same pair takes the place of the old session (A). Thread-safe.
 */
public final class ProxySessions {
  private static final int KEPT = 5_000;

  private final SpaceTime time;
  private final Unguessable unguessable;
  private final Duration life;
  private final Map<String, ProxySession> byId = new LinkedHashMap<>();
  private final Set<String> ofEarlierWindows = new HashSet<>();

  ProxySessions(SpaceTime time, Unguessable unguessable, Duration life) {
    this.time = time;
    this.unguessable = unguessable;
    this.life = life;
  }

  synchronized ProxySession start(String nationalId, Software software, PscTokens tokens) {
    byId.values()
        .removeIf(
            one ->
                over(one)
                    || (one.nationalId().equals(nationalId)
                        && one.software().clientId().equals(software.clientId())));
    if (byId.size() >= KEPT) {
      byId.remove(byId.keySet().iterator().next());
    }
    String state = tokens.sessionState();
    ProxySession session =
        new ProxySession(
            unguessable.uuid(),
            nationalId,
            software,
            state == null ? "" : state,
            time.now(),
            new SessionKeys(tokens));
    byId.put(session.id(), session);
    return session;
  }

  /** The living session of a cookie. */
  public synchronized Optional<ProxySession> find(String id) {
    return Optional.ofNullable(byId.get(id)).filter(session -> !over(session));
  }

  /** Ends a session; gives it, if it lived. */
  public synchronized Optional<ProxySession> end(String id) {
    return Optional.ofNullable(byId.remove(id)).filter(session -> !over(session));
  }

  /** The living ones, oldest first. */
  public synchronized List<ProxySession> all() {
    List<ProxySession> living = new ArrayList<>(byId.values());
    living.removeIf(this::over);
    return living;
  }

  /**
   * The living ones that began since a window was last closed: a software that was set back between
   * two scenarios cannot know of the others.
   */
  public synchronized List<ProxySession> ofThisWindow() {
    return all().stream().filter(session -> !ofEarlierWindows.contains(session.id())).toList();
  }

  /** A window was closed. */
  public synchronized void windowClosed() {
    ofEarlierWindows.clear();
    ofEarlierWindows.addAll(byId.keySet());
  }

  synchronized void reset() {
    ofEarlierWindows.clear();
    byId.clear();
  }

  private boolean over(ProxySession session) {
    return !time.now().isBefore(session.startedAt().plus(life));
  }
}
