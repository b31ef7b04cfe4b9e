package fr.socle.psc.service.ciba;

import fr.socle.psc.service.PscFault;
import java.util.Map;

/** Numbers given to faults. */
final class Numbers {
  private static final int MOST = 8_000;

  private Numbers() {}

  /**
   * A number given to a fault, or the one it has by default.
   *
   * @throws IllegalArgumentException in French, when it is not a whole number from 1 to 8000
   */
  static int of(PscFault fault, Map<String, String> given, String name, int byDefault) {
    String value = given.getOrDefault(name, Integer.toString(byDefault));
    if (!value.matches("\\d{1,4}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > MOST) {
      throw new IllegalArgumentException(
          "La panne "
              + fault.label()
              + " veut pour "
              + name
              + " un nombre entier de 1 à "
              + MOST
              + ", et non « "
              + value
              + " ».");
    }
    return Integer.parseInt(value);
  }
}
