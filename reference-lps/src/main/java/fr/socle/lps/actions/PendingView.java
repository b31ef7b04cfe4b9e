package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user sees while he is awaited on his phone or card reader.
 *
 * @param number number to compare, null when nothing is awaited
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PendingView(
    @JsonProperty("nombre") @Nullable String number,
    @JsonProperty("messages") List<String> messages) {

  static PendingView nothing(String message) {
    return new PendingView(null, List.of(message));
  }
}
