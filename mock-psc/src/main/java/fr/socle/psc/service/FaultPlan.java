package fr.socle.psc.service;

import java.util.Map;
import java.util.Optional;

/** The faults armed for the exchange being served. */
@FunctionalInterface
public interface FaultPlan {
  /** Takes a fault if it is armed; it then counts as struck. */
  Optional<Map<String, String>> take(PscFault fault);

  /** Takes a fault that has no parameter. */
  default boolean strikes(PscFault fault) {
    return take(fault).isPresent();
  }

  /**
   * The same faults, for a part of the exchange that concerns these.
   *
   * @param nationalId professional
   * @param clientId relying party
   */
  default FaultPlan about(String nationalId, String clientId) {
    return this;
  }

  /** No fault armed. */
  static FaultPlan none() {
    return fault -> Optional.empty();
  }
}
