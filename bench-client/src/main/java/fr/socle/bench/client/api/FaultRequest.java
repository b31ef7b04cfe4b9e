package fr.socle.bench.client.api;

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
 */
public record FaultRequest(
    String service,
    String fault,
    @Nullable Map<String, String> parameters,
    @Nullable Integer times,
    @Nullable String transaction) {}
