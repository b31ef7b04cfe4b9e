package fr.socle.bench.spi;

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
}
