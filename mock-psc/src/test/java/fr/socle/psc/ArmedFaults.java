package fr.socle.psc;

import fr.socle.bench.http.RequestFaults;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults a test armed, and which of them struck. */
public final class ArmedFaults implements RequestFaults {
  private final Map<String, Map<String, String>> armed = new LinkedHashMap<>();
  private final Set<String> struck = new LinkedHashSet<>();

  public ArmedFaults arm(String name, Map<String, String> parameters) {
    armed.put(name, parameters);
    return this;
  }

  public void disarm() {
    armed.clear();
  }

  public ArmedFaults arm(String name) {
    return arm(name, Map.of());
  }

  public void forgetStruck() {
    struck.clear();
  }

  public Set<String> struck() {
    return struck;
  }

  @Override
  public Optional<Map<String, String>> take(String name) {
    Optional<Map<String, String>> fault = Optional.ofNullable(armed.get(name));
    fault.ifPresent(parameters -> struck.add(name));
    return fault;
  }
}
