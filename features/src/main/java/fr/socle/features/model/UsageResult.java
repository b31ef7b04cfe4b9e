package fr.socle.features.model;

import fr.socle.exigences.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one identity use case costs its user: the answer to "too many clicks to create an INS".
 *
 * @param use name of the use case, such as {@code qualifier}
 * @param title what the user gets done, French
 * @param plays each time it was played, in the order of the files
 */
public record UsageResult(String use, String title, List<Play> plays) {

  /** Copies the list. */
  public UsageResult {
    plays = List.copyOf(plays);
  }

  /**
   * The use case, played once.
   *
   * @param scenario identifier of the scenario that played it
   * @param insiLatencyMs how long INSi made each answer wait on purpose, in milliseconds; 0 for an
   *     INSi that answers at once
   * @param verdict verdict of that scenario
   * @param cost what it cost; absent when the result of the use case was not reached: the scenario
   *     was stopped, or the LPS refused or failed an action
   */
  public record Play(String scenario, int insiLatencyMs, Verdict verdict, @Nullable Cost cost) {}

  /**
   * What a play cost, over the actions of its user.
   *
   * @param userSteps user steps that the driver declares over all actions of the use case; absent
   *     unless it declares those of each
   * @param undeclared names of the actions whose steps the driver does not declare, each once
   * @param calls calls that INSi received
   * @param duplicates calls among them that ask INSi what an earlier one had asked already, unless
   *     the user asked for it again
   * @param unread calls among them whose content could not be read: they may be duplicates too
   * @param durationMs time the actions took together, in milliseconds
   */
  public record Cost(
      @Nullable Integer userSteps,
      List<String> undeclared,
      int calls,
      int duplicates,
      int unread,
      long durationMs) {

    /** Copies the list. */
    public Cost {
      undeclared = List.copyOf(undeclared);
    }
  }
}
