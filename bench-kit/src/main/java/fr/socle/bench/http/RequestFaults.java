package fr.socle.bench.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults armed for one exchange, as its service asks for them. */
public interface RequestFaults {
  /**
   * Takes a fault by name, if it is armed for this service: it then counts as struck and is written
   * in the journal with the exchange.
   *
   * @param name name of the service's own catalogue, such as {@code nonce-faux}
   * @return its parameters, empty when it is not armed
   */
  Optional<Map<String, String>> take(String name);

  /**
   * Takes a fault like {@link #take(String)}, but only one whose parameters suit.
   *
   * @param suits judges its parameters
   */
  default Optional<Map<String, String>> take(String name, Predicate<Map<String, String>> suits) {
    return Optional.empty();
  }

  /**
   * Takes a fault like {@link #take(String)}, but only one that was armed for no number of
   * exchanges: for what is seen in every exchange and must not use up a fault that is meant for
   * another.
   */
  default Optional<Map<String, String>> takeLasting(String name) {
    return Optional.empty();
  }

  /** Shifts the {@code Date} of the answer, for a fault of the clock. */
  default void shiftDate(Duration by) {}

  /**
   * The same faults, for a part of the exchange that concerns somebody else than {@link
   * HttpEndpoint#concerned} told, or somebody that only became known since.
   */
  default RequestFaults about(Concerned somebody) {
    return this;
  }

  /** No fault armed. */
  static RequestFaults none() {
    return name -> Optional.empty();
  }
}
