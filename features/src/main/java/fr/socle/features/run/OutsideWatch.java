package fr.socle.features.run;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sees what arrives in a space outside every scenario. */
final class OutsideWatch {
  private final BenchClient bench;
  private final SpaceDescriptor space;
  private final long from;

  /**
   * A watch of a space.
   *
   * @param from place of the journal from which it counts
   */
  OutsideWatch(BenchClient bench, SpaceDescriptor space, long from) {
    this.bench = bench;
    this.space = space;
    this.from = from;
  }

  /** Place of the journal of a space now. */
  static long end(BenchClient bench, SpaceDescriptor space) {
    long cursor = 0;
    while (true) {
      ExchangePage page = bench.exchanges(space.id(), cursor, null);
      if (page.cursor() <= cursor) {
        return cursor;
      }
      cursor = page.cursor();
    }
  }

  String spaceName() {
    return space.name();
  }

  /** What arrived outside every scenario until now, with its bytes. */
  Traffic traffic() {
    List<Exchange> outside = new ArrayList<>();
    Map<Long, RawExchange> raw = new LinkedHashMap<>();
    long cursor = from;
    while (true) {
      ExchangePage page = bench.exchanges(space.id(), cursor, null);
      for (Exchange exchange : page.exchanges()) {
        if (exchange.windowId() == null) {
          outside.add(exchange);
          raw.put(exchange.sequence(), bench.rawExchange(space.id(), exchange.sequence()));
        }
      }
      if (page.cursor() <= cursor) {
        return new Traffic(outside, raw);
      }
      cursor = page.cursor();
    }
  }
}
