package fr.socle.bench.client.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is armed.
 *
 * @param id identifier, to disarm it
 * @param service service it disturbs
 * @param fault its name
 * @param parameters its parameters
 * @param remaining exchanges still to strike; absent = until the window closes
 * @param transaction transaction it is restricted to
 * @param nationalId professional it is restricted to
 * @param clientId relying party it is restricted to
 * @param struck exchanges it struck so far
 */
public record Fault(
    String id,
    String service,
    String fault,
    Map<String, String> parameters,
    @Nullable Integer remaining,
    @Nullable String transaction,
    @Nullable String nationalId,
    @Nullable String clientId,
    int struck) {

  /** A fault that strikes whomever it meets. */
  @JsonCreator(mode = Mode.DISABLED)
  public Fault(
      String id,
      String service,
      String fault,
      Map<String, String> parameters,
      @Nullable Integer remaining,
      @Nullable String transaction,
      int struck) {
    this(id, service, fault, parameters, remaining, transaction, null, null, struck);
  }
}
