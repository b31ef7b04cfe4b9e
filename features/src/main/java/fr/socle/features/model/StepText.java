package fr.socle.features.model;

/**
 * One step as the feature file writes it.
 *
 * @param keyword keyword with its trailing space removed, such as {@code Quand}
 * @param text text of the step, values of the examples put in
 * @param line line in the feature file
 * @param background whether it belongs to the {@code Contexte}
 * @param outcome what became of it
 */
public record StepText(String keyword, String text, int line, boolean background, Outcome outcome) {

  /** What became of a step. */
  public enum Outcome {
    /** It was played; its expectations say the rest. */
    JOUE,
    /** It stopped the scenario: not covered, undecided, or an error of ours. */
    ARRETE,
    /** It was not played, an earlier one stopped the scenario. */
    NON_JOUE
  }
}
