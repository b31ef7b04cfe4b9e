package fr.socle.psc.exchange.service;

import java.util.Map;
import java.util.Optional;

/** The faults armed for the exchange being served. */
@FunctionalInterface
public interface ApiFaultPlan {
  /** Takes a fault if it is armed; it then counts as struck. */
  Optional<Map<String, String>> take(ApiFault fault);

  /** Takes a fault that has no parameter. */
  default boolean strikes(ApiFault fault) {
    return take(fault).isPresent();
  }
}
