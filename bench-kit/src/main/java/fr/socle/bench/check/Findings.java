package fr.socle.bench.check;

import java.util.function.Supplier;

/** Where a check writes what it found; the rule is already known. */
public interface Findings {
  /**
   * Adds a finding.
   *
   * @param location XPath, JSON pointer, header or parameter name
   * @param expected what is expected there, French or literal
   * @param found what was found; never a secret
   * @param mend what the editor must change, one French sentence
   */
  void add(String location, String expected, String found, String mend);

  /**
   * Adds a finding whose place costs something to name: where enough was found, it is never asked.
   *
   * @param location names the place; called at most once, at once
   * @param expected what is expected there, French or literal
   * @param found what was found; never a secret
   * @param mend what the editor must change, one French sentence
   */
  default void add(Supplier<String> location, String expected, String found, String mend) {
    add(location.get(), expected, found, mend);
  }
}
