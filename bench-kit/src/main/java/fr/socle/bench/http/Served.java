package fr.socle.bench.http;

import fr.socle.bench.client.api.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service did with a request.
 *
 * @param answer what goes back on the wire
 * @param transaction transaction recognised, such as {@code INSi WS_INS2} or {@code PSC token};
 *     selects the checks
 * @param message decoded message given to the checks, of the type they were registered for; absent
 *     when the request could not be decoded
 * @param decoded decoded view for the journal: strings, numbers, booleans, lists and maps; secrets
 *     masked
 * @param refusal why the service refused, if it did
 */
public record Served(
    Answer answer,
    @Nullable String transaction,
    @Nullable Object message,
    Map<String, Object> decoded,
    @Nullable Refusal refusal) {

  /** An answer to a request that belongs to no transaction. */
  public static Served plain(Answer answer) {
    return new Served(answer, null, null, Map.of(), null);
  }

  /** A refusal of a request that could not be decoded. */
  public static Served refused(Answer answer, Refusal refusal) {
    return new Served(answer, null, null, Map.of(), refusal);
  }
}
