package fr.socle.features.run;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Everything the services of the space received during a scenario, in order.
 *
 * @param exchanges the exchanges
 * @param raw their bytes, by sequence number
 */
public record Traffic(List<Exchange> exchanges, Map<Long, RawExchange> raw) {

  /** Copies the collections. */
  public Traffic {
    exchanges = List.copyOf(exchanges);
    raw = Map.copyOf(raw);
  }

  /** Exchanges that answer to a condition. */
  public List<Exchange> matching(Predicate<Exchange> condition) {
    return exchanges.stream().filter(condition).toList();
  }

  /** Exchanges of a transaction, such as {@code INSi WS_INS2}. */
  public List<Exchange> ofTransaction(String transaction) {
    return matching(exchange -> transaction.equals(exchange.transaction()));
  }

  /** Sequence numbers of exchanges. */
  public static List<Long> sequences(List<Exchange> exchanges) {
    return exchanges.stream().map(Exchange::sequence).toList();
  }

  /** Whether the request of an exchange, as it is on the wire, holds something. */
  public boolean requestHolds(Exchange exchange, Pattern something) {
    RawExchange bytes = raw.get(exchange.sequence());
    return bytes != null
        && something.matcher(new String(bytes.request(), StandardCharsets.UTF_8)).find();
  }
}
