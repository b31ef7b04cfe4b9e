package fr.socle.psc.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request, each with all its values.
 *
 * @param values values by name, in order of arrival
 */
public record Asked(Map<String, List<String>> values) {

  /** Copies the map, order kept. */
  public Asked {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    values = Collections.unmodifiableMap(copy);
  }

  /** First value of a parameter; a parameter sent empty counts as not sent (RFC 6749 3.1). */
  public Optional<String> first(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .findFirst()
        .filter(value -> !value.isEmpty());
  }

  /** Names sent more than once, which RFC 6749 3.1 forbids. */
  public List<String> repeated() {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
