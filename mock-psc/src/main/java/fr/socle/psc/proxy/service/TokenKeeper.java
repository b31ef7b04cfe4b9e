package fr.socle.psc.proxy.service;

import fr.socle.psc.proxy.service.ApiAccess.Tokens;
import fr.socle.psc.service.SpaceTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets, keeps and renews the API tokens of the sessions. A token of Pro Santé Connect that expired
 * is refreshed, then exchanged (case 1a); when that is refused the user must log in again (case
 * 1b.2), psc.md 2.6 (S: TRANSPORT). Thread-safe.
 */
public final class TokenKeeper {
  private final ApiAccess apis;
  private final PscAccess psc;
  private final ProxySessions sessions;
  private final SpaceTime time;

  TokenKeeper(ApiAccess apis, PscAccess psc, ProxySessions sessions, SpaceTime time) {
    this.apis = apis;
    this.psc = psc;
    this.sessions = sessions;
    this.time = time;
  }

  /**
   * How a token was got.
   *
   * @param token the token to present
   * @param lifeSeconds {@code expires_in} of an API token just got, absent for one that was kept
   * @param pscLifeSeconds life of the token of Pro Santé Connect it was exchanged for
   * @param scopes scopes granted, none when nothing tells
   */
  public record Got(
      String token, @Nullable Long lifeSeconds, long pscLifeSeconds, List<String> scopes) {

    /** Copies the list. */
    public Got {
      scopes = List.copyOf(scopes);
    }
  }

  /** The session cannot be renewed: the user must log in again. */
  public static final class SessionOver extends Exception {
    SessionOver() {
      super("the session of Pro Santé Connect is over");
    }
  }

  /**
   * The API token of a session.
   *
   * @throws SessionOver if the user must log in again; the session is ended then
   * @throws ServiceRefusal if the authorization server refuses or does not answer
   */
  public Got tokenFor(ProxySession session, ApiRoute route) throws SessionOver, ServiceRefusal {
    SessionKeys keys = session.keys();
    synchronized (keys) {
      Optional<Tokens> kept = keys.api(route.name());
      if (kept.isPresent() && time.now().isBefore(kept.get().expiresAt())) {
        return got(kept.get(), null, keys);
      }
      Tokens fresh = renewed(session, route, kept.orElse(null));
      if (fresh == null) {
        fresh = apis.exchange(session.software(), route, subject(session), route.scopes());
      }
      keys.keep(route.name(), fresh);
      return got(fresh, fresh.lifeSeconds(), keys);
    }
  }

  /** A token for other scopes, or got without refreshing first; it is not kept. */
  public Got once(ProxySession session, ApiRoute route, List<String> scopes, boolean asItIs)
      throws SessionOver, ServiceRefusal {
    SessionKeys keys = session.keys();
    synchronized (keys) {
      String subject = asItIs ? keys.psc().access() : subject(session);
      Tokens tokens = apis.exchange(session.software(), route, subject, scopes);
      return got(tokens, tokens.lifeSeconds(), keys);
    }
  }

  /** The token of Pro Santé Connect itself, which no API should take. */
  public Got psc(ProxySession session) throws SessionOver, ServiceRefusal {
    synchronized (session.keys()) {
      return new Got(subject(session), null, session.keys().psc().lifeSeconds(), List.of());
    }
  }

  /** Whether the token of Pro Santé Connect of a session has expired. */
  public boolean pscExpired(ProxySession session) {
    return !time.now().isBefore(session.keys().psc().expiresAt());
  }

  /** Forgets the token of an API that refused it. */
  public void forget(ProxySession session, ApiRoute route) {
    session.keys().forget(route.name());
  }

  private static Got got(Tokens tokens, @Nullable Long lifeSeconds, SessionKeys keys) {
    return new Got(tokens.access(), lifeSeconds, keys.psc().lifeSeconds(), tokens.scopes());
  }

  private @Nullable Tokens renewed(ProxySession session, ApiRoute route, @Nullable Tokens kept) {
    String refresh = kept == null ? null : kept.refresh();
    if (kept == null || refresh == null || !time.now().isBefore(kept.refreshExpiresAt())) {
      return null;
    }
    try {
      return apis.refresh(session.software(), route, refresh);
    } catch (ServiceRefusal refusal) {
      return null; // a new exchange is tried then
    }
  }

  private String subject(ProxySession session) throws SessionOver, ServiceRefusal {
    PscTokens tokens = session.keys().psc();
    if (time.now().isBefore(tokens.expiresAt())) {
      return tokens.access();
    }
    String refresh = tokens.refresh();
    if (refresh == null) {
      sessions.end(session.id());
      throw new SessionOver();
    }
    try {
      PscTokens renewed = psc.refresh(session.software(), refresh);
      session.keys().renewed(renewed);
      return renewed.access();
    } catch (ServiceRefusal refusal) {
      if (refusal.outage()) {
        throw refusal;
      }
      sessions.end(session.id());
      throw new SessionOver();
    }
  }
}
