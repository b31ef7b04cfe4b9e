package fr.socle.app.champs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Rules that no alteration of one recorded field can fire, each with the reason: they need an
 * exchange that the reference never makes, or a state made by several exchanges. Their proof is
 * their pair of tests and the mutants. A rule of this list that fires all the same is taken out,
 * unless its reason says that it depends on what is recorded.
 */
final class BeyondFields {
  private static final String SOMETIMES = "selon l'enregistrement, ";

  private BeyondFields() {}

  /** Whether a rule is said to be beyond the reach of one field whatever is recorded. */
  static boolean isAlways(String rule) {
    String reason = reasons().get(rule);
    return reason != null && !reason.startsWith(SOMETIMES);
  }

  /** Reasons by rule, French. */
  static Map<String, String> reasons() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(BeyondFields.class.getResourceAsStream("hors-champs.properties"))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> reasons = new TreeMap<>();
    properties.forEach((rule, reason) -> reasons.put((String) rule, (String) reason));
    return reasons;
  }
}
