package fr.socle.insi.service;

import java.util.Map;
import java.util.Optional;

/** A fault armed for one strike. */
final class ArmedOnce implements Disturbances {
  private final String name;
  private final Map<String, String> parameters;
  private boolean taken;

  ArmedOnce(String name, Map<String, String> parameters) {
    this.name = name;
    this.parameters = parameters;
  }

  @Override
  public Optional<Map<String, String>> take(String wanted) {
    if (taken || !wanted.equals(name)) {
      return Optional.empty();
    }
    taken = true;
    return Optional.of(parameters);
  }
}
