package fr.socle.features.model;

import fr.socle.exigences.Basis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expectation that a scenario looked at.
 *
 * @param text what is expected, one French sentence in business words
 * @param basis on what it rests
 * @param ok whether it holds
 * @param requirements requirements it judges, all among those the scenario is tagged with
 * @param line line of the step in the feature file
 * @param found what was found, when it does not hold
 * @param mend what the editor must change, when it does not hold
 * @param exchanges sequence numbers of the exchanges it was read in, possibly none (an absence)
 */
public record ExpectationResult(
    String text,
    Basis basis,
    boolean ok,
    List<String> requirements,
    int line,
    @Nullable String found,
    @Nullable String mend,
    List<Long> exchanges) {

  /** Copies the lists. */
  public ExpectationResult {
    requirements = List.copyOf(requirements);
    exchanges = List.copyOf(exchanges);
  }
}
