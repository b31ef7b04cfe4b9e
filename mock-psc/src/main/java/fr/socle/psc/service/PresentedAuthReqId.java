package fr.socle.psc.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An {@code auth_req_id} as a relying party presented it, psc.md 2.2. Durations are of the wall
 * clock, as the relying party lives them: ageing a space does not shorten them.
 *
 * @param state how it stands
 * @param requestId identifier of the CIBA request it belongs to, absent when it is not known
 * @param truncated whether it is the beginning of one that was handed out
 * @param pace how the relying party polls, absent when the request is not known or not its own
 */
public record PresentedAuthReqId(
    State state, @Nullable String requestId, boolean truncated, @Nullable Pace pace) {

  /** How a presented {@code auth_req_id} stands. */
  public enum State {
    /** The request had no {@code auth_req_id}. */
    ABSENT,
    /** Its user accepted: tokens are due. */
    ACCEPTED,
    /** Nobody answered yet. */
    PENDING,
    /** Presented before its time. */
    TOO_EARLY,
    /** Its user refused. */
    DENIED,
    /** Nobody answered in time. */
    EXPIRED,
    /** Tokens were already given for it. */
    USED,
    /** Handed to another client. */
    OTHER_CLIENT,
    /** Handed out here, and forgotten since. */
    FORGOTTEN,
    /** Never handed out, or altered since. */
    UNKNOWN
  }

  /**
   * How a relying party polls.
   *
   * @param waited time since its previous poll for this request, absent for the first
   * @param interval least time it was told to wait
   * @param slowDowns how many times it had been told to slow down before
   * @param afterExpiry how long after the announced life of the request it polls, never negative
   * @param over whether an earlier poll had already received a final answer
   */
  public record Pace(
      @Nullable Duration waited,
      Duration interval,
      int slowDowns,
      Duration afterExpiry,
      boolean over) {
    private static final Duration LARGEST_GRACE = Duration.ofMillis(500);

    /** Whether it waited less than this, the irregularity of networks set aside. */
    public boolean shorterThan(Duration due) {
      return waited != null && waited.compareTo(due.minus(grace(due))) < 0;
    }

    /** What a network and a timer may take from an interval: a fifth, half a second at most. */
    public static Duration grace(Duration interval) {
      Duration fifth = interval.dividedBy(5);
      return fifth.compareTo(LARGEST_GRACE) < 0 ? fifth : LARGEST_GRACE;
    }
  }
}
