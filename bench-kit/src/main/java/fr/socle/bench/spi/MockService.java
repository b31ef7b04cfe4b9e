package fr.socle.bench.spi;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.store.Store;
import java.util.List;
import java.util.Map;

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

  /**
   * Looks at the parameters of a fault of its own before it is armed.
   *
   * @param fault name of the fault
   * @param parameters parameters, whose names are of the fault
   * @throws InvalidControlRequestException in French, when a value is none of those it takes
   */
  default void requireTakes(String fault, Map<String, String> parameters) {}

  /** All the checks of the service. */
  CheckBook checks();

  /**
   * Brings the service's own schema of the database to its present form. Called once, before any
   * space opens.
   */
  default void prepare(Store store) {}

  /** Opens the service in a space. */
  ServiceInstance open(ServiceContext context);
}
