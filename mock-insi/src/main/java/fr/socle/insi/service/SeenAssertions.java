package fr.socle.insi.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The assertions a space has seen, so that ageing the space ages those an LPS kept, and not those
 * it will make: CNDA case 1.02 without waiting (insi.md 7). What ageing added is kept apart from
 * the age that an assertion really has: only the latter is the caller's doing.
 */
final class SeenAssertions {
  private static final int KEPT = 10_000;

  private final Map<String, Duration> extra = new LinkedHashMap<>();

  /** How much older than it says an assertion is; it is known from now on. */
  synchronized Duration extraAge(String id) {
    Duration known = extra.putIfAbsent(id, Duration.ZERO);
    if (extra.size() > KEPT) {
      extra.remove(extra.keySet().iterator().next());
    }
    return known == null ? Duration.ZERO : known;
  }

  synchronized void age(Duration by) {
    extra.replaceAll((id, old) -> old.plus(by));
  }

  synchronized void clear() {
    extra.clear();
  }
}
