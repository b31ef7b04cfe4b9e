package fr.socle.psc.protocol;

import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.RequestFaults;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.PscFault;
import java.util.Map;
import java.util.Optional;

/**
 * The faults of an exchange, by the names of the control API.
 *
 * @param armed what the bench armed
 */
record ArmedPlan(RequestFaults armed) implements FaultPlan {

  @Override
  public Optional<Map<String, String>> take(PscFault fault) {
    return armed.take(fault.label());
  }

  @Override
  public FaultPlan about(String nationalId, String clientId) {
    return new ArmedPlan(armed.about(new Concerned(nationalId, clientId)));
  }
}
