package fr.socle.insi.service;

import java.util.Map;
import java.util.Optional;

/** The faults of the bench armed for one call. */
@FunctionalInterface
public interface Disturbances {
  /** Takes a fault if it is armed, with its parameters. */
  Optional<Map<String, String>> take(String name);
}
