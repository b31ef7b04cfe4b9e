package fr.socle.features.run;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.WindowClosure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a closed window gave.
 *
 * @param traffic what the services received
 * @param findings findings of the exchanges, then of the sequence checks
 * @param benchErrors what failed in the bench itself
 * @param quiet whether the space became quiet
 */
record Gathered(Traffic traffic, List<Finding> findings, List<String> benchErrors, boolean quiet) {

  /** Nothing could be gathered. */
  static Gathered nothing() {
    return new Gathered(new Traffic(List.of(), Map.of()), List.of(), List.of(), true);
  }

  /** Closes the window of a stay and gathers what was seen in it. */
  static Gathered from(Stay stay) {
    BenchSpace bench = stay.bench();
    WindowClosure closure = bench.closeWindow(stay.window());
    List<Exchange> exchanges = bench.exchangesOf(stay.window());
    Map<Long, RawExchange> raw = new LinkedHashMap<>();
    // A sequence check's finding may also be shown with the exchange it names: it counts once.
    Set<Finding> findings = new LinkedHashSet<>();
    for (Exchange exchange : exchanges) {
      raw.put(exchange.sequence(), bench.raw(exchange));
      findings.addAll(exchange.findings());
    }
    findings.addAll(closure.findings());
    return new Gathered(
        new Traffic(exchanges, raw), List.copyOf(findings), closure.benchErrors(), closure.quiet());
  }
}
