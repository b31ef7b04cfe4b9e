package fr.socle.insi.check;

import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rules of this package in one line each. */
final class InsiRules {
  private InsiRules() {}

  static Rule rule(String id, RuleSource source, String key, String title, String requirement) {
    return new Rule(id, source, "insi.md " + key, List.of(requirement), title);
  }

  /** What was found, in words when there is nothing to show. */
  static String shown(@Nullable String value) {
    return value == null ? "absent" : value.isBlank() ? "vide" : value;
  }
}
