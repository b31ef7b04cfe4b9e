package fr.socle.bench.check;

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
}
