package fr.socle.psc.proxy.service;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trace of the proxy, its members spelled as the contract spells them, psc.md 2.7 (S: PROXY).
 *
 * @param type what was done
 * @param clientId software
 * @param nationalId who, empty when the request did not say
 * @param ipAddress address of the caller
 * @param ports source port of the caller (A: what ports are meant is not said)
 * @param sessionId session of the proxy
 * @param sessionState session of Pro Santé Connect
 * @param dn subject DN of the certificate of the caller, when it presented one (A: whose)
 * @param timestamp when, wall clock
 * @param apiRequest call, with {@code SEND} alone
 */
public record Trace(
    Type type,
    @Nullable String clientId,
    String nationalId,
    String ipAddress,
    List<Integer> ports,
    @Nullable String sessionId,
    @Nullable String sessionState,
    @Nullable String dn,
    Instant timestamp,
    @Nullable ApiRequest apiRequest) {

  /** Copies the list. */
  public Trace {
    ports = List.copyOf(ports);
  }

  /** What was done. */
  public enum Type {
    /** A new session. */
    CONNECT_SUCCESS,
    /** A living session was sent again. */
    CONNECT_REPLAY,
    /** No session. */
    CONNECT_FAILURE,
    /** A call passed on. */
    SEND,
    /** A session ended. */
    DISCONNECT
  }

  /**
   * A call passed on.
   *
   * @param api name of the API
   * @param method method
   * @param path path behind the name of the API
   */
  public record ApiRequest(String api, String method, String path) {}

  /** As on the wire. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type.name());
    put(members, "clientId", clientId);
    members.put("IdRPPS", nationalId);
    members.put("ipAddress", ipAddress);
    members.put("ports", ports);
    put(members, "proxy_id_session", sessionId); // sic: another order than the cookie
    put(members, "session_state", sessionState);
    put(members, "dn", dn);
    members.put("timestamp", timestamp.toString());
    if (apiRequest != null) {
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("nomApiPsc", apiRequest.api());
      request.put("methode", apiRequest.method());
      request.put("path", apiRequest.path());
      members.put("apiRequest", request);
    }
    return members;
  }

  private static void put(Map<String, Object> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
