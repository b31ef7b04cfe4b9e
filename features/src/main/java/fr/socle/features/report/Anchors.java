package fr.socle.features.report;

import fr.socle.bench.client.api.Exchange;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where things stand in the page. Scenarios of different spaces may carry the same sequence
 * numbers, so an exchange is named by its scenario and its number.
 */
final class Anchors {
  private final Map<String, String> scenarios = new HashMap<>();
  private final Map<String, String> requirements = new HashMap<>();
  private final Map<Key, String> exchanges = new HashMap<>();
  private final Map<Long, String> firstOfNumber = new HashMap<>();

  Anchors(RunReport run) {
    Set<String> taken = new HashSet<>();
    for (RequirementResult requirement : run.requirements()) {
      String name = "r-" + requirement.id().replaceAll("[^A-Za-z0-9.-]", "-");
      requirements.putIfAbsent(requirement.id(), taken.add(name) ? name : unique(name, taken));
    }
    for (int i = 0; i < run.scenarios().size(); i++) {
      ScenarioResult scenario = run.scenarios().get(i);
      String name = "s" + (i + 1);
      scenarios.putIfAbsent(scenario.id(), name);
      exchangesOf(scenario.id(), name, scenario.exchanges());
    }
    exchangesOf("", "h", run.horsScenario());
  }

  /** An exchange of a scenario; the scenario is empty outside all of them. */
  private record Key(String scenario, long sequence) {}

  String scenario(String id) {
    return scenarios.getOrDefault(id, "scenarios");
  }

  /** Anchor of a requirement, absent when the run does not list it. */
  Optional<String> requirement(String id) {
    return Optional.ofNullable(requirements.get(id));
  }

  Optional<String> exchange(String scenario, long sequence) {
    return Optional.ofNullable(exchanges.get(new Key(scenario, sequence)));
  }

  /** The exchange of that number in the first of these scenarios that has it, else anywhere. */
  Optional<String> exchange(List<String> among, long sequence) {
    return among.stream()
        .flatMap(scenario -> exchange(scenario, sequence).stream())
        .findFirst()
        .or(() -> Optional.ofNullable(firstOfNumber.get(sequence)));
  }

  private void exchangesOf(String scenario, String prefix, List<Exchange> list) {
    for (Exchange exchange : list) {
      String name = prefix + "-x" + exchange.sequence();
      exchanges.putIfAbsent(new Key(scenario, exchange.sequence()), name);
      firstOfNumber.putIfAbsent(exchange.sequence(), name);
    }
  }

  private static String unique(String name, Set<String> taken) {
    int rank = 2;
    while (!taken.add(name + "-" + rank)) {
      rank++;
    }
    return name + "-" + rank;
  }
}
