package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;

/**
 * The Proxy e-Santé of a space.
 *
 * @param sessions living sessions
 * @param softwares client ids of the softwares it knows
 * @param apis names of the APIs behind it
 */
public record ProxyState(List<Session> sessions, List<String> softwares, List<String> apis) {

  /**
   * One session of a user of a software.
   *
   * @param id {@code proxy_session_id}
   * @param nationalId who
   * @param clientId software
   * @param sessionState session of Pro Santé Connect
   * @param startedAt when it began
   */
  public record Session(
      String id, String nationalId, String clientId, String sessionState, Instant startedAt) {}
}
