package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.run.Traffic;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The exchanges with INSi, told apart, and those that let an INS out of the practice. */
final class InsiTraffic {
  private static final Set<String> SEARCHES = Set.of("INSi WS_INS1", "INSi WS_INS2");

  private InsiTraffic() {}

  /** A client may read the contract of the service, or fail to connect: it called nobody. */
  static boolean isCall(Exchange exchange) {
    return exchange.service().equals("insi") && "POST".equals(exchange.method());
  }

  static boolean isSearch(Exchange exchange) {
    String transaction = exchange.transaction();
    return isCall(exchange) && transaction != null && SEARCHES.contains(transaction);
  }

  /** A search that INSi took: what it looked for is among the calls of its state. */
  static boolean isServedSearch(Exchange exchange) {
    return isSearch(exchange) && exchange.refusal() == null;
  }

  /** A verification, or a call of whatever operation the bench does not know. */
  static boolean isOtherCall(Exchange exchange) {
    return isCall(exchange) && !isSearch(exchange);
  }

  /**
   * Exchanges that hold the number of a patient or its authority. What INSi is given to verify is
   * left aside: it does not leave the circle of those who know it.
   */
  static List<Exchange> transmitting(Traffic traffic, Patient patient, Predicate<Exchange> when) {
    Patient.InsNumber ins = InsNumbers.of(patient);
    Pattern held =
        Pattern.compile(
            Pattern.quote(ins.matricule())
                + "|(?<![0-9.])"
                + Pattern.quote(ins.oid())
                + "(?![0-9.])");
    return traffic.matching(
        exchange ->
            when.test(exchange) && !isOtherCall(exchange) && traffic.requestHolds(exchange, held));
  }
}
