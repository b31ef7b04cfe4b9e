package fr.socle.exigences;

import java.util.List;
import java.util.Objects;

/**
 * One rule that a check applies: its identity, where it comes from and which requirements a breach
 * counts against.
 *
 * @param id stable identifier, such as {@code INSI-CTX-04}
 * @param source what kind of text says so; decides the effect on a verdict
 * @param sourceKey the sheet, section and tag, such as {@code insi.md 2.3 (S:2)}
 * @param requirements identifiers of the catalogue, at least one
 * @param title what the rule asks, one French sentence
 */
public record Rule(
    String id, RuleSource source, String sourceKey, List<String> requirements, String title) {

  /**
   * Checks that nothing is blank and copies the list.
   *
   * @throws IllegalArgumentException if a text is blank or no requirement is named
   */
  public Rule {
    for (String text : List.of(id, sourceKey, title)) {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a rule needs an id, a source key and a title: " + id);
      }
    }
    Objects.requireNonNull(source);
    requirements = List.copyOf(requirements);
    if (requirements.isEmpty()) {
      throw new IllegalArgumentException("rule " + id + " names no requirement");
    }
  }
}
