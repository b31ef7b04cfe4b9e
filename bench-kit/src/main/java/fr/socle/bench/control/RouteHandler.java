package fr.socle.bench.control;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.control.Route.Answer;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a call through its route, after the demands that every route makes. */
final class RouteHandler {
  private final RequestJson requests = new RequestJson();
  private final JsonMapper answers = BenchJson.mapper();

  Call call(Context context) {
    return new Call(context, requests, answers);
  }

  void run(Route route, Call call) throws Exception {
    if (route.writes()) {
      requireJson(call.context());
    }
    requireKnownParameters(route, call.context());
    call.context().header("Cache-Control", "no-store");
    route.handling().handle(call);
  }

  /** No form of a web page can send this type to another site without asking first. */
  private static void requireJson(Context context) {
    String type = context.contentType();
    String bare = type == null ? "" : type.replaceFirst(";.*", "").trim();
    if (!bare.toLowerCase(Locale.ROOT).equals(Answer.JSON)) {
      throw new ControlRefusal(
          415,
          "type-refuse",
          "Cet appel demande l'en-tête Content-Type: application/json : ajoutez-le.");
    }
  }

  private static void requireKnownParameters(Route route, Context context) {
    Set<String> known =
        route.parameters().stream()
            .filter(parameter -> !parameter.inPath())
            .map(Parameter::name)
            .collect(Collectors.toSet());
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                throw unknownParameter(name, known);
              }
              if (values.size() > 1) {
                throw Call.invalid(name, "une seule valeur");
              }
            });
  }

  private static ControlRefusal unknownParameter(String name, Set<String> known) {
    List<String> names = known.stream().sorted().toList();
    return new ControlRefusal(
        400,
        "parametre-inconnu",
        "Le paramètre « "
            + name
            + " » n'existe pas : retirez-le."
            + (names.isEmpty() ? "" : " Paramètres possibles : " + String.join(", ", names) + "."));
  }
}
