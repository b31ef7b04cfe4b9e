package fr.socle.psc.exchange.service;

import fr.socle.psc.service.BoundedMap;
import fr.socle.psc.service.Digests;
import fr.socle.psc.service.SpaceTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens handed out for the APIs of a space, recognised by their exact text. Thread-safe. */
public final class ApiTokens {
  private static final int KEPT = 20_000;

  private final SpaceTime time;
  private final Map<String, Entry> byDigest = new BoundedMap<>(KEPT);

  ApiTokens(SpaceTime time) {
    this.time = time;
  }

  private record Entry(ApiToken token, boolean revoked) {}

  /** How a presented token stands. */
  public enum State {
    /** Good. */
    VALID,
    /** Past its time. */
    EXPIRED,
    /** Revoked. */
    REVOKED,
    /** Not issued by an API of this space, or altered since. */
    UNKNOWN
  }

  /**
   * A token as somebody presented it.
   *
   * @param state how it stands
   * @param token what is known of it, absent when it was not issued here
   */
  public record Presented(State state, @Nullable ApiToken token) {}

  synchronized void add(String value, ApiToken token) {
    byDigest.put(digest(value), new Entry(token, false));
  }

  /** Looks at a token. */
  public synchronized Presented present(String value) {
    Entry entry = byDigest.get(digest(value));
    if (entry == null) {
      return new Presented(State.UNKNOWN, null);
    }
    if (entry.revoked()) {
      return new Presented(State.REVOKED, entry.token());
    }
    boolean over = !time.now().isBefore(entry.token().expiresAt());
    return new Presented(over ? State.EXPIRED : State.VALID, entry.token());
  }

  /** Revokes all that came from a session of Pro Santé Connect; gives how many. */
  public synchronized int revokeSession(String sessionState) {
    int revoked = 0;
    for (Map.Entry<String, Entry> each : byDigest.entrySet()) {
      Entry entry = each.getValue();
      if (sessionState.equals(entry.token().sessionState()) && !entry.revoked()) {
        each.setValue(new Entry(entry.token(), true));
        revoked++;
      }
    }
    return revoked;
  }

  /** Number of access tokens that still work. */
  public synchronized int living() {
    return (int)
        byDigest.values().stream()
            .filter(entry -> entry.token().kind() == ApiToken.Kind.ACCESS && !entry.revoked())
            .filter(entry -> time.now().isBefore(entry.token().expiresAt()))
            .count();
  }

  synchronized void reset() {
    byDigest.clear();
  }

  private static String digest(String value) {
    return Digests.base64Url(Digests.sha256(value));
  }
}
