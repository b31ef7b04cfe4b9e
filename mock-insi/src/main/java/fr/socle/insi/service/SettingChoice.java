package fr.socle.insi.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BinaryOperator;

/** Reads a setting that has a few known values. */
final class SettingChoice {
  private SettingChoice() {}

  /**
   * The value of a setting.
   *
   * @throws IllegalArgumentException with a French sentence for a value that does not exist
   */
  static String of(
      BinaryOperator<String> setting, String name, String byDefault, String... others) {
    String value = setting.apply(name, byDefault).strip().toLowerCase(Locale.ROOT);
    if (!value.equals(byDefault) && !Arrays.asList(others).contains(value)) {
      throw new IllegalArgumentException(
          "Réglage "
              + name
              + "="
              + value
              + " inconnu : écrivez "
              + byDefault
              + " ou "
              + String.join(" ou ", others)
              + ".");
    }
    return value;
  }
}
