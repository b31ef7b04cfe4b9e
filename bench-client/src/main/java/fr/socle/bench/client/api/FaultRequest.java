package fr.socle.bench.client.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arms a fault.
 *
 * @param service service it disturbs
 * @param fault name in the catalogue of faults, such as {@code latence} or {@code nonce-faux}
 * @param parameters its parameters, such as {@code millisecondes=3000}
 * @param times number of exchanges it strikes; absent = until the window closes
 * @param transaction strikes only this transaction or target prefix; absent = any
 * @param nationalId strikes only what concerns this professional; absent = anybody
 * @param clientId strikes only what concerns this relying party; absent = any
 */
public record FaultRequest(
    String service,
    String fault,
    @Nullable Map<String, String> parameters,
    @Nullable Integer times,
    @Nullable String transaction,
    @Nullable String nationalId,
    @Nullable String clientId) {

  /** A fault that strikes whomever it meets. */
  @JsonCreator(mode = Mode.DISABLED)
  public FaultRequest(
      String service,
      String fault,
      @Nullable Map<String, String> parameters,
      @Nullable Integer times,
      @Nullable String transaction) {
    this(service, fault, parameters, times, transaction, null, null);
  }
}
