package fr.socle.psc.service;

import java.time.Duration;
import java.util.Map;

/** The {@code secondes} of a fault. */
public final class FaultSeconds {
  private FaultSeconds() {}

  /**
   * By how much the clock of Pro Santé Connect is shifted.
   *
   * @param how parameters of {@link PscFault#HORLOGE_DECALEE}
   */
  public static Duration ofClock(Map<String, String> how) {
    return Duration.ofSeconds(read(PscFault.HORLOGE_DECALEE, how, 120));
  }

  /** The same, of the faults armed; none when the clock is right. */
  static Duration ofClock(FaultPlan faults) {
    return faults.take(PscFault.HORLOGE_DECALEE).map(FaultSeconds::ofClock).orElse(Duration.ZERO);
  }

  /**
   * Reads them.
   *
   * @param how parameters of the fault
   * @param otherwise their number when it is not said
   * @throws IllegalArgumentException when it is no number
   */
  static long read(PscFault fault, Map<String, String> how, long otherwise) {
    String text = how.getOrDefault("secondes", String.valueOf(otherwise));
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "La panne " + fault.label() + " demande un nombre de secondes, non « " + text + " ».", e);
    }
  }
}
