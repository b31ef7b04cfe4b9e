package fr.socle.insi.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Faults that an authorisation number calls forth, so that a test without control API can have
 * them: insi.md 2.8, 10 (A).
 */
final class ScriptedFaults {
  private static final String NAME = "insi.idam-fault";

  private ScriptedFaults() {}

  /**
   * Reads {@code NUMBER=code,NUMBER=code}.
   *
   * @throws IllegalArgumentException with a French sentence for another form or an unknown code
   */
  static Map<String, String> read(BinaryOperator<String> setting) {
    Map<String, String> scripted = new LinkedHashMap<>();
    String value = setting.apply(NAME, "").strip();
    if (value.isEmpty()) {
      return scripted;
    }
    for (String pair : value.split(",", -1)) {
      String[] parts = pair.strip().split("=", -1);
      if (parts.length != 2 || !FaultTable.standard().codes().contains(parts[1])) {
        throw new IllegalArgumentException(
            "Réglage "
                + NAME
                + "="
                + value
                + " : écrivez NUMERO=code, séparés par des virgules, avec un code de faute d'INSi.");
      }
      scripted.put(parts[0], parts[1]);
    }
    return scripted;
  }
}
