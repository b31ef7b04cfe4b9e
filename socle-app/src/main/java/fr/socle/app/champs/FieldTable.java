package fr.socle.app.champs;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the proof by fields gives: {@code champs.json}.
 *
 * @param exchanges recorded exchanges that were altered
 * @param alterations alterations tried
 * @param rules each rule with what fires it
 * @param untouched rules that fired on an untouched message, which no rule may
 * @param silent rules that nothing fired, but those beyond the reach of one field
 * @param skipped sessions that could not be played again, hence were not altered, by reason, French
 * @param failures alterations that made the bench itself fail, with the error
 */
public record FieldTable(
    int exchanges,
    int alterations,
    List<Row> rules,
    List<String> untouched,
    List<String> silent,
    Map<String, Integer> skipped,
    List<String> failures) {

  /** Copies the lists. */
  public FieldTable {
    rules = List.copyOf(rules);
    untouched = List.copyOf(untouched);
    silent = List.copyOf(silent);
    skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    failures = List.copyOf(failures);
  }

  /** One table of several: what one of them saw, the whole saw. */
  static FieldTable merge(List<FieldTable> tables) {
    Map<String, Row> rows = new TreeMap<>();
    Set<String> untouched = new TreeSet<>();
    Map<String, Integer> skipped = new TreeMap<>();
    Set<String> failures = new TreeSet<>();
    int exchanges = 0;
    int alterations = 0;
    for (FieldTable table : tables) {
      exchanges += table.exchanges();
      alterations += table.alterations();
      untouched.addAll(table.untouched());
      table.skipped().forEach((reason, count) -> skipped.merge(reason, count, Integer::sum));
      failures.addAll(table.failures());
      table.rules().forEach(row -> rows.merge(row.rule(), row, Row::and));
    }
    return new FieldTable(
        exchanges,
        alterations,
        List.copyOf(rows.values()),
        List.copyOf(untouched),
        rows.values().stream()
            .filter(row -> row.count() == 0)
            .map(Row::rule)
            .filter(rule -> !BeyondFields.reasons().containsKey(rule))
            .toList(),
        skipped,
        List.copyOf(failures));
  }

  /** Rules said to be beyond the reach of one field that fired all the same. */
  public List<String> wronglyBeyond() {
    return rules.stream()
        .filter(row -> row.count() > 0)
        .map(Row::rule)
        .filter(BeyondFields::isAlways)
        .toList();
  }

  /**
   * Whether something was altered, every rule fires, none on an untouched message, and the bench
   * stood it.
   */
  public boolean proved() {
    return exchanges > 0
        && untouched.isEmpty()
        && silent.isEmpty()
        && wronglyBeyond().isEmpty()
        && failures.isEmpty();
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

    private Row and(Row other) {
      Set<String> all = new LinkedHashSet<>(alterations);
      all.addAll(other.alterations());
      return new Row(rule, count + other.count(), List.copyOf(all));
    }
  }
}
