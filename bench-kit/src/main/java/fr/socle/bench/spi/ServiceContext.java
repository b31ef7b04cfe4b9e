package fr.socle.bench.spi;

import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a service receives when it opens in a space.
 *
 * @param spaceId identifier of the space
 * @param addresses base address of each listener of the space by name, without path or trailing
 *     slash, such as {@code https://localhost:8443}
 * @param settings settings of the space
 * @param clock wall clock
 * @param random unguessable random source
 */
public record ServiceContext(
    String spaceId,
    Map<String, String> addresses,
    Settings settings,
    Clock clock,
    RandomGenerator random) {

  /** Copies the map. */
  public ServiceContext {
    addresses = Map.copyOf(addresses);
  }
}
