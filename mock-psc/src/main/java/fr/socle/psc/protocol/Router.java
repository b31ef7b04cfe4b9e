package fr.socle.psc.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads each path of a listener to its handler. */
final class Router implements HttpEndpoint {
  private final Map<String, Route> routes = new LinkedHashMap<>();

  private record Route(List<String> methods, Handler handler) {}

  Router on(String path, List<String> methods, Handler handler) {
    routes.put(path, new Route(methods, handler));
    return this;
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    Route route = routes.get(request.path());
    if (route == null) {
      return Served.refused(
          Answers.json(404, Map.of("error", "HTTP 404 Not Found")),
          new Refusal(
              "404",
              "Pro Santé Connect ne sert pas "
                  + request.path()
                  + " : prenez les adresses du document de découverte."));
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
    return route.handler().handle(request, fault -> faults.take(fault.label()));
  }
}
