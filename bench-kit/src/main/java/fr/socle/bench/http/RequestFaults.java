package fr.socle.bench.http;

import java.util.Map;
import java.util.Optional;

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
