package fr.socle.lps.pilote;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one driver action as it travels to the driver.
 *
 * @param status how it ended
 * @param view what the user now sees, any object Jackson can write; null when nothing can be shown
 * @param steps number of user steps (clicks, inputs) the act took
 * @param message what the user is told, in French, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"statut", "vu", "etapes", "message"})
public record Outcome(
    @JsonProperty("statut") Status status,
    @JsonProperty("vu") @Nullable Object view,
    @JsonProperty("etapes") int steps,
    @JsonProperty("message") @Nullable String message) {

  public static Outcome done(Object view, int steps) {
    return new Outcome(Status.FAIT, view, steps, null);
  }

  public static Outcome refused(@Nullable Object view, int steps, String message) {
    return new Outcome(Status.REFUSE, view, steps, message);
  }

  public static Outcome failed(Object view, int steps, String message) {
    return new Outcome(Status.ECHEC, view, steps, message);
  }

  /** The software itself broke: there is nothing to show, only something to say. */
  static Outcome broken(String message) {
    return new Outcome(Status.ECHEC, null, 0, message);
  }

  /** A view without content, for set-up actions. */
  public static Map<String, String> nothing() {
    return Map.of();
  }
}
