package fr.socle.app.champs;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.http.TlsFacts;
import java.util.List;

/**
 * What a client says in a session, from its first word to its last.
 *
 * @param tls what TLS tells once it is there
 * @param said exchanges, in order
 */
record SessionScript(TlsFacts tls, List<Said> said) {
  /** Copies the list. */
  SessionScript {
    said = List.copyOf(said);
  }

  /**
   * What it says in one exchange.
   *
   * @param exchange the exchange as it was recorded
   * @param bytes what it says, never changed
   * @param hurried whether it says more before the answer
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Said(Exchange exchange, byte[] bytes, boolean hurried) {}
}
