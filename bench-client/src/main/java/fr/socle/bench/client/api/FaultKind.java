package fr.socle.bench.client.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.List;

/**
 * A fault that can be armed.
 *
 * @param service service it disturbs, {@code *} for all
 * @param name its name
 * @param description what it does, French
 * @param parameters names of its parameters
 * @param keys what it can be restricted to: {@code nationalId}, {@code clientId}; empty when it
 *     concerns nobody
 */
public record FaultKind(
    String service, String name, String description, List<String> parameters, List<String> keys) {

  /** A fault that cannot be restricted to anybody. */
  @JsonCreator(mode = Mode.DISABLED)
  public FaultKind(String service, String name, String description, List<String> parameters) {
    this(service, name, description, parameters, List.of());
  }
}
