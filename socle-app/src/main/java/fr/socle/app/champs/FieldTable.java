package fr.socle.app.champs;

import java.util.List;

/**
 * What the proof by fields gives: {@code champs.json}.
 *
 * @param exchanges recorded exchanges that were altered
 * @param alterations alterations tried
 * @param rules each rule with what fires it
 * @param untouched rules that fired on an untouched message, which no rule may
 * @param silent rules that nothing fired
 */
public record FieldTable(
    int exchanges, int alterations, List<Row> rules, List<String> untouched, List<String> silent) {

  /** Copies the lists. */
  public FieldTable {
    rules = List.copyOf(rules);
    untouched = List.copyOf(untouched);
    silent = List.copyOf(silent);
  }

  /** Whether every rule fires on something, and none on an untouched message. */
  public boolean proved() {
    return untouched.isEmpty() && silent.isEmpty();
  }

  /**
   * One rule.
   *
   * @param rule its identifier
   * @param count alterations that fire it
   * @param alterations places and gestures that fire it, each once
   */
  public record Row(String rule, int count, List<String> alterations) {

    /** Copies the list. */
    public Row {
      alterations = List.copyOf(alterations);
    }
  }
}
