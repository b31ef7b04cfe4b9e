package fr.socle.psc.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leads each path of a listener to its handler. Filled before the first request. */
final class Router implements HttpEndpoint {
  private final Map<String, Route> routes = new LinkedHashMap<>();
  private final Map<String, Function<IncomingRequest, Concerned>> tellers = new HashMap<>();
  private final Set<String> announced = new HashSet<>();

  private record Route(List<String> methods, @Nullable String transaction, Handler handler) {}

  /**
   * Serves a path.
   *
   * @param transaction transaction its requests are, absent when they are none
   */
  Router on(String path, List<String> methods, @Nullable String transaction, Handler handler) {
    routes.put(path, new Route(methods, transaction, handler));
    return this;
  }

  /** Says whom the requests of a path concern. */
  Router concerning(String path, Function<IncomingRequest, Concerned> teller) {
    tellers.put(path, teller);
    return this;
  }

  @Override
  public Concerned concerned(IncomingRequest request) {
    return tellers.getOrDefault(request.path(), unknown -> Concerned.NOBODY).apply(request);
  }

  /** A path that the discovery document announces, as the real one does, and nobody serves. */
  Router announced(String path) {
    announced.add(path);
    return this;
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    Route route = routes.get(request.path());
    return route == null || !route.methods().contains(request.method())
        ? null
        : route.transaction();
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    Route route = routes.get(request.path());
    if (route == null) {
      return Served.refused(
          Answers.json(404, Map.of("error", "HTTP 404 Not Found")),
          new Refusal("404", unknown(request.path())));
    }
    if (!route.methods().contains(request.method())) {
      Answer answer =
          Answers.json(405, Map.of("error", "HTTP 405 Method Not Allowed"))
              .with("Allow", String.join(", ", route.methods()));
      return Served.refused(
          answer,
          new Refusal(
              "405",
              "La méthode "
                  + request.method()
                  + " n'est pas servie ici ; méthodes servies : "
                  + String.join(", ", route.methods())
                  + "."));
    }
    ArmedPlan plan = new ArmedPlan(faults);
    Served served = route.handler().handle(request, plan);
    plan.end();
    return served;
  }

  private String unknown(String path) {
    return announced.contains(path)
        ? "Le document de découverte annonce "
            + path
            + " comme celui de Pro Santé Connect, mais ce banc ne le sert pas encore : votre"
            + " logiciel n'y est pour rien."
        : "Pro Santé Connect ne sert pas "
            + path
            + " : prenez les adresses du document de découverte.";
  }
}
