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

  /** The first exchange. */
  Exchange first() {
    return said.get(0).exchange();
  }

  /** Sessions of one shape say the same things on the same listener, over the same kind of TLS. */
  String shape() {
    StringBuilder shape = new StringBuilder(first().listener());
    shape.append(' ').append(tls.clientChain().isEmpty());
    String last = "";
    for (Said each : said) {
      String name = String.valueOf(each.exchange().transaction());
      if (!name.equals(last)) {
        shape.append(' ').append(name);
      }
      last = name;
    }
    return shape.toString();
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
