package fr.socle.features.run;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings a scenario asks of its space by tags such as {@code
 * @reglage:psc.access-token-seconds=2}.
 */
final class SpaceSettings {
  private static final String PREFIX = "@reglage:";

  private SpaceSettings() {}

  /** Settings by name; empty when the scenario is content with any space. */
  static Map<String, String> of(Collection<String> tags) {
    Map<String, String> settings = new TreeMap<>();
    for (String tag : tags) {
      int equals = tag.indexOf('=');
      if (tag.startsWith(PREFIX) && equals > 0) {
        settings.put(tag.substring(PREFIX.length(), equals), tag.substring(equals + 1));
      }
    }
    return settings;
  }
}
