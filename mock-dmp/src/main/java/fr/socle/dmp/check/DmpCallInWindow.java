package fr.socle.dmp.check;

import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.dmp.protocol.DmpEndpoint;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.Vihf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of a window about a patient, as rules on the order of calls look at it.
 *
 * @param exchange exchange as in the journal
 * @param transaction transaction
 * @param message message
 * @param caller who calls
 * @param patient number of the patient of the VIHF
 */
public record DmpCallInWindow(
    Exchange exchange, String transaction, DmpMessage message, DmpCaller caller, String patient) {
  private static final int OK = 200;

  /** The calls of a window that name a caller and a patient, in order. */
  public static List<DmpCallInWindow> in(WindowTraffic traffic) {
    List<DmpCallInWindow> calls = new ArrayList<>();
    for (Observed<?> observed : traffic.exchanges()) {
      of(observed).ifPresent(calls::add);
    }
    return calls;
  }

  /** A call that names a caller and a patient; empty for any other exchange. */
  static Optional<DmpCallInWindow> of(Observed<?> observed) {
    String transaction = observed.exchange().transaction();
    if (!(observed.message() instanceof DmpMessage message)
        || transaction == null
        || transaction.equals(DmpEndpoint.UNKNOWN)) {
      return Optional.empty();
    }
    DmpCaller caller = message.caller();
    Vihf vihf = message.request().vihf();
    return caller == null || vihf == null
        ? Optional.empty()
        : vihf.patient()
            .map(
                patient ->
                    new DmpCallInWindow(
                        observed.exchange(), transaction, message, caller, patient.number()));
  }

  /** Place of its exchange in the journal. */
  public long sequence() {
    return exchange.sequence();
  }

  /** Whether the DMP did what was asked; the caller may not know it. */
  public boolean accepted() {
    return exchange.refusal() == null && Integer.valueOf(OK).equals(exchange.status());
  }

  /** Whether it is a call of the same professional about the same patient. */
  boolean isLike(DmpCallInWindow other) {
    return patient.equals(other.patient) && caller.nationalId().equals(other.caller.nationalId());
  }
}
