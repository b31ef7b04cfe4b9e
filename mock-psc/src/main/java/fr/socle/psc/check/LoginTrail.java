package fr.socle.psc.check;

import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.psc.protocol.AuthorizationMessage;
import fr.socle.psc.protocol.Login;
import fr.socle.psc.protocol.LoginMessage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exchanges of a window that concern Pro Santé Connect, as the sequence checks need them. */
final class LoginTrail {
  private static final String SERVICE = "psc";

  private LoginTrail() {}

  /**
   * A login, as far as one exchange with the browser brought it.
   *
   * @param exchange the exchange
   * @param login where the login stands after it
   * @param request whether it is the authorization request itself
   */
  record Step(Exchange exchange, Login login, boolean request) {}

  /** Everything that passed between browsers and the login page, in order. */
  static List<Step> steps(WindowTraffic traffic) {
    return traffic.exchanges().stream()
        .map(LoginTrail::step)
        .filter(Objects::nonNull)
        .map(Step.class::cast)
        .toList();
  }

  private static @Nullable Step step(Observed<?> observed) {
    if (observed.message() instanceof AuthorizationMessage message) {
      return new Step(observed.exchange(), message.login(), true);
    }
    return observed.message() instanceof LoginMessage message
        ? new Step(observed.exchange(), message.login(), false)
        : null;
  }

  /**
   * Whether a fault or a stub disturbed Pro Santé Connect between two exchanges, both included:
   * then what the relying party left undone may be right.
   */
  static boolean disturbed(WindowTraffic traffic, long from, long to) {
    return disturbedBut(Set.of(), traffic, from, to);
  }

  /** The same, these faults apart. */
  static boolean disturbedBut(Set<String> expected, WindowTraffic traffic, long from, long to) {
    return traffic.exchanges().stream()
        .map(Observed::exchange)
        .filter(exchange -> exchange.service().equals(SERVICE))
        .filter(exchange -> exchange.sequence() >= from && exchange.sequence() <= to)
        .anyMatch(exchange -> !expected.containsAll(exchange.faults()) || replaced(exchange));
  }

  /** Whether a stub, or an error of the bench, answered in place of the service. */
  static boolean replaced(Exchange exchange) {
    return exchange.decoded().has("bouchon") || exchange.decoded().has("erreurDuBanc");
  }
}
