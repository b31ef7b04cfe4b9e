package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;

/**
 * What the operator still has to do.
 *
 * @param errands the first due first
 */
public record MssQueue(List<MssErrand> errands) {

  /**
   * One thing to do.
   *
   * @param what {@code remise}, {@code avis-succes}, {@code avis-retard} or {@code avis-echec}
   * @param recipient the recipient it is about
   * @param due when
   */
  public record MssErrand(String what, String recipient, Instant due) {}
}
