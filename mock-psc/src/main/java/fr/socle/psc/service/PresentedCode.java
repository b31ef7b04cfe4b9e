package fr.socle.psc.service;

import org.jspecify.annotations.Nullable;

/**
 * A code as a relying party presented it.
 *
 * @param state how it stands
 * @param code the code, absent when unknown
 */
public record PresentedCode(State state, @Nullable AuthorizationCode code) {

  /** How a presented code stands. */
  public enum State {
    /** First presentation, in time, by its own client. */
    VALID,
    /** Presented before. */
    REUSED,
    /** Too old. */
    EXPIRED,
    /** Made for another client. */
    OTHER_CLIENT,
    /** Never made here. */
    UNKNOWN
  }
}
