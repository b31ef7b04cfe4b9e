package fr.socle.features.model;

import fr.socle.exigences.Verdict;
import java.util.List;

/**
 * What {@code socle mutants} proves of the suite: this record is {@code mutants.json}.
 *
 * @param reference the reference LPS
 * @param mutants the mutants, in the order they are declared
 */
public record MutantReport(Reference reference, List<Mutant> mutants) {

  /** Copies the list. */
  public MutantReport {
    mutants = List.copyOf(mutants);
  }

  /**
   * The reference LPS.
   *
   * @param verdict verdict of its run
   */
  public record Reference(Verdict verdict) {}

  /**
   * One mutant.
   *
   * @param id its identifier
   * @param breaks requirements it is declared to break
   * @param found requirements found {@code non_conforme} or {@code reserve} over its run
   * @param caught whether both sets are equal
   * @param unrelated requirements found that it does not declare
   */
  public record Mutant(
      String id, List<String> breaks, List<String> found, boolean caught, List<String> unrelated) {

    /** Copies the lists. */
    public Mutant {
      breaks = List.copyOf(breaks);
      found = List.copyOf(found);
      unrelated = List.copyOf(unrelated);
    }
  }
}
