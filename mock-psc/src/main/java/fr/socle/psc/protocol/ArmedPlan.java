package fr.socle.psc.protocol;

import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.RequestFaults;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.FaultSeconds;
import fr.socle.psc.service.PscFault;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The faults of an exchange, by the names of the control API. A clock that is wrong is wrong in the
 * whole answer, its {@code Date} included.
 *
 * @param armed what the bench armed
 * @param shifted whether the clock was found wrong already
 */
record ArmedPlan(RequestFaults armed, AtomicBoolean shifted) implements FaultPlan {

  ArmedPlan(RequestFaults armed) {
    this(armed, new AtomicBoolean());
  }

  @Override
  public Optional<Map<String, String>> take(PscFault fault) {
    Optional<Map<String, String>> taken = armed.take(fault.label());
    if (fault == PscFault.HORLOGE_DECALEE) {
      taken.ifPresent(this::shift);
    }
    return taken;
  }

  @Override
  public FaultPlan about(String nationalId, String clientId) {
    return new ArmedPlan(armed.about(new Concerned(nationalId, clientId)), shifted);
  }

  /**
   * The exchange is over. A clock that stays wrong is so in an answer without tokens too; one that
   * is wrong for a number of exchanges waits for those with tokens.
   */
  void end() {
    if (!shifted.get()) {
      armed.takeLasting(PscFault.HORLOGE_DECALEE.label()).ifPresent(this::shift);
    }
  }

  private void shift(Map<String, String> how) {
    shifted.set(true);
    armed.shiftDate(FaultSeconds.ofClock(how));
  }
}
