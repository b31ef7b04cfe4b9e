package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;

/**
 * What Pro Santé Connect holds in a space.
 *
 * @param sessions sessions, living and ended
 * @param clients identifiers of the registered relying parties
 */
public record PscState(List<Session> sessions, List<String> clients) {

  /**
   * One session of a professional.
   *
   * @param id {@code session_state}
   * @param nationalId who
   * @param clientIds relying parties that used it
   * @param startedAt when it began
   * @param active whether it still lives
   */
  public record Session(
      String id, String nationalId, List<String> clientIds, Instant startedAt, boolean active) {}
}
