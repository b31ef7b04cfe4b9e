package fr.socle.bench.spi;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import java.util.List;

/**
 * A national service that a bench can run, found by {@link java.util.ServiceLoader}.
 *
 * <p>The object itself holds no state: everything lives in the {@link ServiceInstance} opened for
 * each space. Called from the thread that creates a space.
 */
public interface MockService {
  /** Short name, such as {@code psc}. */
  String name();

  /** Listeners wanted in each space. */
  List<ListenerSpec> listeners();

  /** Faults of its own that can be armed, beside the general ones. */
  List<FaultKind> faults();

  /**
   * What general faults can be restricted to here: {@code nationalId}, {@code clientId}, when its
   * endpoints tell whom a request concerns.
   */
  default List<String> faultKeys() {
    return List.of();
  }

  /** All the checks of the service. */
  CheckBook checks();

  /** Opens the service in a space. */
  ServiceInstance open(ServiceContext context);
}
