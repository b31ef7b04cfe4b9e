package fr.socle.psc.service;

import java.util.Map;

/** The {@code secondes} of a fault. */
final class FaultSeconds {
  private FaultSeconds() {}

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
