package fr.socle.bench.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Settings of a space, such as {@code insi.not-found=fault}. Every assumed behaviour is one.
 *
 * @param values values by full name
 */
public record Settings(Map<String, String> values) {

  /** Copies the map. */
  public Settings {
    values = Map.copyOf(values);
  }

  /** Value of a setting, or the default. */
  public String get(String name, String byDefault) {
    return values.getOrDefault(name, byDefault);
  }

  /**
   * Value of a setting that has a few known values.
   *
   * @throws IllegalArgumentException with a French sentence for a value that does not exist
   */
  public String choice(String name, String byDefault, String... others) {
    String value = get(name, byDefault).strip().toLowerCase(Locale.ROOT);
    if (!value.equals(byDefault) && !Arrays.asList(others).contains(value)) {
      throw refused(name, value, byDefault + " ou " + String.join(" ou ", others));
    }
    return value;
  }

  /**
   * Value of a setting that is a whole number, zero or more.
   *
   * @throws IllegalArgumentException with a French sentence for anything else
   */
  public int number(String name, int byDefault) {
    String value = get(name, String.valueOf(byDefault)).strip();
    if (!value.matches("\\d{1,9}")) {
      throw refused(name, value, "un nombre entier");
    }
    return Integer.parseInt(value);
  }

  private static IllegalArgumentException refused(String name, String value, String wanted) {
    return new IllegalArgumentException(
        "Réglage " + name + "=" + value + " inconnu : écrivez " + wanted + ".");
  }
}
