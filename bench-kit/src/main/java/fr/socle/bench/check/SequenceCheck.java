package fr.socle.bench.check;

import fr.socle.exigences.Rule;

/**
 * Judges the ordered exchanges of a window when it closes, absences included. Called once a window,
 * on one thread; keeps no state between windows.
 */
public interface SequenceCheck {
  /** The rule it applies. */
  Rule rule();

  /** Judges a window. */
  void judge(WindowTraffic traffic, SequenceFindings findings);

  /** Where a sequence check writes. */
  interface SequenceFindings {
    /**
     * Adds a finding on an exchange.
     *
     * @param sequence exchange it points at
     * @param location place in the exchange
     * @param expected what is expected
     * @param found what was found
     * @param mend what the editor must change, one French sentence
     */
    void add(long sequence, String location, String expected, String found, String mend);

    /** Adds a finding on an absence. */
    void addAbsence(String expected, String found, String mend);
  }
}
