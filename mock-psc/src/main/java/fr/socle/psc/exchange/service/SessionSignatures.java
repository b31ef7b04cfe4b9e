package fr.socle.psc.exchange.service;

import fr.socle.psc.service.JwtSigner;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conformance API {@code /signsessiondata}: signs what a proxy says of a session, so that the
 * bench can prove that it bound the right session of Pro Santé Connect to the right session of its
 * own, psc.md 2.7 (S: PROXY). How the real one signs is unknown; here a JWS of the four members
 * (A). Thread-safe.
 */
public final class SessionSignatures {
  private final ApiKeys keys;

  SessionSignatures(ApiKeys keys) {
    this.keys = keys;
  }

  /**
   * What a proxy says of a session.
   *
   * @param nationalId who
   * @param clientId software
   * @param proxySessionId session of the proxy
   * @param sessionState session of Pro Santé Connect
   */
  public record SessionData(
      String nationalId, String clientId, String proxySessionId, String sessionState) {

    /** The members as on the wire, in order. */
    public Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("nationalId", nationalId);
      members.put("clientID", clientId);
      members.put("proxy_session_id", proxySessionId);
      members.put("session_state", sessionState);
      return members;
    }

    /** Whether the token of the call is of the same person and session. */
    public boolean matches(ApiToken token) {
      @Nullable String session = token.sessionState();
      return nationalId.equals(token.nationalId())
          && (session == null || session.equals(sessionState));
    }
  }

  /** The members and their signature. */
  public Map<String, Object> sign(SessionData data) {
    Map<String, Object> answer = new LinkedHashMap<>(data.members());
    answer.put("signature", JwtSigner.signed(data.members(), keys.get().current()));
    return answer;
  }
}
