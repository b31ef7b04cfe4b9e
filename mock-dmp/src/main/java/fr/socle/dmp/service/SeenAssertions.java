package fr.socle.dmp.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The assertions a space has seen: which served before, and how much older than they say they are
 * since the space was aged. Safe for use by several threads.
 */
final class SeenAssertions {
  /** Of what is not looked up. */
  static final Sight NEVER = new Sight(false, Duration.ZERO);

  private static final int KEPT = 10_000;

  private final Map<String, Duration> extra = new LinkedHashMap<>();

  /** Notes an assertion, by its digest: its ID is as long as its sender wants. */
  Sight see(String id) {
    return seen(digest(id));
  }

  private synchronized Sight seen(String key) {
    Duration known = extra.putIfAbsent(key, Duration.ZERO);
    if (extra.size() > KEPT) {
      extra.remove(extra.keySet().iterator().next());
    }
    return new Sight(known != null, known == null ? Duration.ZERO : known);
  }

  private static String digest(String id) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java machine has SHA-256", e);
    }
  }

  synchronized void age(Duration by) {
    extra.replaceAll((id, old) -> old.plus(by));
  }

  synchronized void clear() {
    extra.clear();
  }

  /**
   * What is known of an assertion.
   *
   * @param before whether it served before
   * @param extraAge how much older than it says it is
   */
  record Sight(boolean before, Duration extraAge) {}
}
