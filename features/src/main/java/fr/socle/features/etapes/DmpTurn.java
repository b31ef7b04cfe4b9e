package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;

/** One act of the user, and the part of the journal that is its own: up to the next act. */
final class DmpTurn {
  private final long from;
  private long until = Long.MAX_VALUE;

  DmpTurn(long from) {
    this.from = from;
  }

  /** Another act begins. */
  void endAt(long place) {
    until = Math.min(until, place);
  }

  /** Place of the journal before the act. */
  long from() {
    return from;
  }

  /** Whether an exchange came after the act began and before the next one did. */
  boolean holds(Exchange exchange) {
    return exchange.sequence() > from && exchange.sequence() <= until;
  }
}
