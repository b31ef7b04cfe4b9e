package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be wrong with Pro Santé Connect, in the words of the feature files. */
final class PscTrouble {
  private static final String TOKEN = "PSC token";
  private static final Map<String, List<FaultRequest>> DOWN =
      Map.ofEntries(
          Map.entry("est indisponible au moment des jetons", status("503")),
          Map.entry("est débordé au moment des jetons", status("429")),
          Map.entry("rend une page à la place des jetons", status("502")),
          Map.entry("met trop longtemps à remettre les jetons", status("504")),
          Map.entry(
              "coupe la connexion au moment des jetons",
              List.of(new FaultRequest("psc", "coupure", Map.of(), null, TOKEN))),
          Map.entry("refuse le logiciel", named("client-refuse")),
          Map.entry("dit que la connexion a trop tardé", named("code-expire")),
          Map.entry("dit que la connexion a déjà servi", named("code-deja-utilise")),
          Map.entry("ramène le médecin avec un code déjà périmé", named("code-perime")),
          // Much software gives up before; one that does wait is let in by the answer.
          Map.entry(
              "ne répond pas avant douze secondes",
              List.of(
                  new FaultRequest(
                      "psc", "latence", Map.of("millisecondes", "12000"), null, TOKEN))),
          Map.entry("ramène le médecin avec une erreur du serveur", returned("server_error")),
          Map.entry(
              "ramène le médecin en disant la demande incorrecte", returned("invalid_request")),
          Map.entry(
              "ramène le médecin en disant le type de réponse inconnu",
              returned("unsupported_response_type")),
          Map.entry(
              "ramène le médecin en disant que ce logiciel n'est pas autorisé",
              returned("unauthorized_client")),
          Map.entry(
              "ramène le médecin en disant que les droits demandés n'existent pas",
              returned("invalid_scope")),
          Map.entry(
              "ramène le médecin en disant qu'il doit s'authentifier", returned("login_required")),
          Map.entry(
              "ramène le médecin en disant qu'il lui reste quelque chose à faire",
              returned("interaction_required")),
          Map.entry(
              "ramène le médecin en disant que la page est restée trop longtemps ouverte",
              returned("temporarily_unavailable")),
          Map.entry("garde le médecin sur une page d'erreur", named("page-erreur")),
          Map.entry(
              "change de clé de signature et retire l'ancienne",
              named("rotation-cles", "ancienne", "retiree")),
          Map.entry(
              "change de clé et en publie d'un type inconnu",
              both(named("jwks-types-inconnus"), named("rotation-cles"))),
          Map.entry(
              "change de clé de signature et ne publie plus ses clés",
              both(named("jwks-indisponible"), named("rotation-cles"))));

  private PscTrouble() {}

  /** The faults to arm; the last one is what the software has to meet. */
  static List<FaultRequest> named(String fault, String... parameters) {
    Map<String, String> given =
        parameters.length == 0 ? Map.of() : Map.of(parameters[0], parameters[1]);
    return List.of(new FaultRequest("psc", fault, given, null, null));
  }

  /** The faults of a sentence. */
  static List<FaultRequest> of(String how) {
    List<FaultRequest> faults = DOWN.get(how);
    if (faults == null) {
      throw new IllegalArgumentException("no such trouble: " + how);
    }
    return faults;
  }

  private static List<FaultRequest> returned(String error) {
    return named("retour-erreur", "erreur", error);
  }

  private static List<FaultRequest> status(String code) {
    return List.of(new FaultRequest("psc", "statut-http", Map.of("code", code), null, TOKEN));
  }

  private static List<FaultRequest> both(List<FaultRequest> first, List<FaultRequest> second) {
    List<FaultRequest> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
