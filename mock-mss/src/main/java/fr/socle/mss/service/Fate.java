package fr.socle.mss.service;

import fr.socle.mss.service.Errand.Sort;
import java.time.Duration;
import java.util.List;

/**
 * What becomes of a message for one recipient.
 *
 * @param address the recipient
 * @param inbox whether it is put in his inbox at once
 * @param later what is to be done besides, now or later
 */
public record Fate(String address, boolean inbox, List<Happening> later) {

  /** Copies the list. */
  public Fate {
    later = List.copyOf(later);
  }

  /**
   * Something that happens.
   *
   * @param sort what
   * @param after how long after the message was accepted
   * @param status status of the notice
   * @param diagnostic diagnostic of the notice
   */
  public record Happening(Sort sort, Duration after, String status, String diagnostic) {}

  /** It is delivered at once. */
  static Fate delivered(String address) {
    return new Fate(address, true, List.of());
  }

  /** It comes back. */
  static Fate failing(String address, String status, String diagnostic) {
    return failing(address, Sort.FAILURE, Duration.ZERO, status, diagnostic);
  }

  static Fate failing(String address, Sort sort, Duration after, String status, String diagnostic) {
    return new Fate(address, false, List.of(new Happening(sort, after, status, diagnostic)));
  }
}
