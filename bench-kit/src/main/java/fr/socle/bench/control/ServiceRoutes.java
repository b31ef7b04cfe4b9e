package fr.socle.bench.control;

import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.control.Route.Answer;
import fr.socle.bench.operations.BenchOperations;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.MockService;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes that services bring: {@code spaces/{id}/services/<service>/<name>}. They are known
 * only once a space runs the service, so calls are dispatched when they come.
 */
final class ServiceRoutes {
  static final String DISPATCHED = "/spaces/{space}/services/{service}/{operation}";

  private final BenchOperations bench;

  ServiceRoutes(BenchOperations bench) {
    this.bench = bench;
  }

  /** Registration of a relying party, a short name for the operation of Pro Santé Connect. */
  Route clients() {
    return Route.order(
        "/spaces/{space}/clients",
        "Registers a relying party at Pro Santé Connect",
        ClientRequest.class,
        (call, request) -> register(call.space(), request));
  }

  /** Routes of every operation that the services of the living spaces have. */
  List<Route> known() {
    Map<String, Route> routes = new LinkedHashMap<>();
    for (SpaceDescriptor space : bench.spaces()) {
      for (MockService service : bench.services()) {
        for (ControlOperation<?, ?> operation : operations(space.id(), service.name())) {
          routes.putIfAbsent(
              operation.method() + ' ' + service.name() + '/' + operation.name(),
              route(service.name(), operation));
        }
      }
    }
    return List.copyOf(routes.values());
  }

  /**
   * The route that a call means.
   *
   * @throws ControlRefusal if the service has no such operation
   */
  Route meantBy(Call call) {
    String service = call.path("service");
    String name = call.path("operation");
    String method = call.context().method().name();
    List<String> others = new ArrayList<>();
    for (ControlOperation<?, ?> operation : bench.serviceOperations(call.space(), service)) {
      if (operation.name().equals(name)) {
        if (operation.method().equals(method)) {
          return route(service, operation);
        }
        others.add(operation.method());
      }
    }
    if (!others.isEmpty()) {
      call.context().header("Allow", String.join(", ", others));
      throw new ControlRefusal(
          405,
          "methode-refusee",
          "Cette opération ne s'appelle pas par "
              + method
              + " : employez "
              + String.join(" ou ", others)
              + ".");
    }
    throw new ControlRefusal(
        404,
        "operation-inconnue",
        "Le service « "
            + service
            + " » n'a pas d'opération « "
            + name
            + " » : le document openapi.json donne la liste.");
  }

  private List<ControlOperation<?, ?>> operations(String space, String service) {
    try {
      return bench.serviceOperations(space, service);
    } catch (UnknownResourceException e) {
      return List.of(); // The space was deleted meanwhile, or does not run this service.
    }
  }

  private void register(String space, ClientRequest request) {
    for (ControlOperation<?, ?> operation : bench.serviceOperations(space, "psc")) {
      if (operation.name().equals("clients") && operation.input().equals(ClientRequest.class)) {
        run(operation, request);
        return;
      }
    }
    throw new ControlRefusal(
        404,
        "operation-inconnue",
        "Cet espace n'enregistre pas de client : démarrez le service psc.");
  }

  private static <I, O> Route route(String service, ControlOperation<I, O> operation) {
    boolean takes = !operation.input().equals(Void.class);
    boolean gives = !operation.output().equals(Void.class);
    return Route.of(
        HandlerType.findOrCreate(operation.method()),
        "/spaces/{space}/services/" + service + '/' + operation.name(),
        operation.summary(),
        takes ? operation.input() : null,
        gives
            ? new Answer(200, Answer.JSON, operation.output(), false)
            : new Answer(204, "", Void.class, false),
        call -> {
          O output;
          if (takes) {
            output = operation.run().apply(call.body(operation.input()));
          } else {
            call.noBody();
            output = withoutInput(operation);
          }
          if (gives) {
            call.json(200, output);
          } else {
            call.nothing();
          }
        });
  }

  /** {@link Void} has no value: such an operation takes null. */
  @SuppressWarnings("NullAway")
  private static <I, O> O withoutInput(ControlOperation<I, O> operation) {
    return operation.run().apply(null);
  }

  private static <I, O> void run(ControlOperation<I, O> operation, Object input) {
    O unused = operation.run().apply(operation.input().cast(input));
  }
}
