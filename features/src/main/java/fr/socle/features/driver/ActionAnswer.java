package fr.socle.features.driver;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What came of an action.
 *
 * @param status how it ended
 * @param seen what the user now sees; always there with {@link Status#FAIT}
 * @param userSteps user steps (clicks, inputs) it took; absent when the driver does not declare
 *     them, which is not zero
 * @param message what the LPS tells its user
 */
public record ActionAnswer(
    Status status, @Nullable JsonNode seen, @Nullable Integer userSteps, @Nullable String message) {

  /** How an action ended. */
  public enum Status {
    /** Done. */
    FAIT("fait"),
    /** The LPS refused to do it, rightly or not. */
    REFUSE("refuse"),
    /** The LPS tried and did not succeed. */
    ECHEC("echec");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The word of the contract. */
    public String label() {
      return label;
    }
  }

  /** Whether the action was done. */
  public boolean done() {
    return status == Status.FAIT;
  }

  /** The user's message, or words that say there was none. */
  public String messageOrNone() {
    return message == null || message.isBlank() ? "sans message à l'utilisateur" : message;
  }
}
