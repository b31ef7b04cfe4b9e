package fr.socle.bench.session;

import fr.socle.bench.client.api.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange of a session was, said when it is over.
 *
 * @param transaction transaction, such as {@code IMAP FETCH}; selects the checks
 * @param verb command, such as {@code FETCH}
 * @param target what it was about, empty when nothing
 * @param status code of the answer, null for a protocol without codes
 * @param message decoded message given to the checks
 * @param decoded decoded view for the journal, secrets masked
 * @param refusal why the service refused, if it did
 */
public record Told(
    String transaction,
    String verb,
    String target,
    @Nullable Integer status,
    @Nullable Object message,
    Map<String, Object> decoded,
    @Nullable Refusal refusal) {

  /** Copies the view. */
  public Told {
    decoded = Map.copyOf(decoded);
  }
}
