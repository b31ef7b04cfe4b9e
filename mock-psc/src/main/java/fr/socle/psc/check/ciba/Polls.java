package fr.socle.psc.check.ciba;

import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.PresentedAuthReqId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The requests by which clients asked for results in a window, in order. */
final class Polls {
  private static final Set<String> NOT_YET = Set.of("authorization_pending", "slow_down");
  private static final String OWN_FAULTS = "ciba-";

  private Polls() {}

  /**
   * One of them, of a request that is known.
   *
   * @param exchange the exchange
   * @param message its message
   * @param requestId identifier of the CIBA request
   */
  record Poll(Exchange exchange, TokenMessage message, String requestId) {

    /** Whether it received tokens. */
    boolean served() {
      return message.succeeded();
    }

    /** Whether the answer left nothing to ask for, an outage of the service set aside. */
    boolean last() {
      OidcError error = message.error();
      return error == null || (error.status() < 500 && !NOT_YET.contains(error.error()));
    }

    /** Whether the client received the answer, as far as the bench knows. */
    boolean received() {
      return Polls.received(exchange);
    }
  }

  static List<Poll> of(WindowTraffic traffic) {
    return traffic.of(Transactions.TOKEN, TokenMessage.class).stream()
        .map(Polls::poll)
        .filter(Objects::nonNull)
        .map(Poll.class::cast)
        .toList();
  }

  /** Whether no general fault stood between the answer of an exchange and its client. */
  static boolean received(Exchange exchange) {
    return exchange.faults().stream().allMatch(fault -> fault.startsWith(OWN_FAULTS));
  }

  private static @Nullable Poll poll(Observed<TokenMessage> call) {
    TokenMessage message = call.message();
    PresentedAuthReqId presented = message == null ? null : message.outcome().authReqId();
    String id = presented == null ? null : presented.requestId();
    return message == null || id == null ? null : new Poll(call.exchange(), message, id);
  }
}
