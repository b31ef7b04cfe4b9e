package fr.socle.bench.check;

import fr.socle.bench.client.api.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of a window in the order of the journal.
 *
 * @param exchanges exchanges with their decoded messages
 */
public record WindowTraffic(List<Observed<?>> exchanges) {

  /** Copies the list. */
  public WindowTraffic {
    exchanges = List.copyOf(exchanges);
  }

  /**
   * One exchange with the message its service decoded.
   *
   * @param <M> type of the message
   * @param exchange exchange as in the journal
   * @param message decoded message, absent when nothing was decoded
   */
  public record Observed<M>(Exchange exchange, @Nullable M message) {}

  /** The exchanges of a transaction whose message has this type, in order. */
  public <M> List<Observed<M>> of(String transaction, Class<M> type) {
    return exchanges.stream()
        .filter(o -> transaction.equals(o.exchange().transaction()) && type.isInstance(o.message()))
        .map(o -> new Observed<>(o.exchange(), type.cast(o.message())))
        .toList();
  }
}
