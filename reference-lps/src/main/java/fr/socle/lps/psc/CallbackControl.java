package fr.socle.lps.psc;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parameters the browser brought back and refuses those that are not our answer. */
final class CallbackControl {

  private final Defects defects;

  CallbackControl(Defects defects) {
    this.defects = defects;
  }

  /** The authorization code, once the callback is known to answer this request. */
  String code(
      Map<String, List<String>> callback, AuthorizationRequest request, ProviderMetadata provider)
      throws PscProblem {
    String state = only(callback, "state");
    if (!defects.has(Mutant.PSC_STATE_NON_VERIFIE) && !request.state().equals(state)) {
      throw new PscRefusal(
          "Connexion refusée : la réponse reçue ne correspond pas à votre demande de connexion."
              + " Recommencez la connexion.");
    }
    String issuer = only(callback, "iss");
    String error = only(callback, "error");
    // RFC 9207 2.4: a wrong iss is refused, and so is a missing one where it was announced.
    boolean missing = issuer == null && error == null && provider.issInCallback();
    if (missing || (issuer != null && !issuer.equals(provider.issuer()))) {
      throw new PscRefusal(
          "Connexion refusée : la réponse reçue ne vient pas de Pro Santé Connect. Recommencez la"
              + " connexion.");
    }
    if (error != null) {
      throw new PscFailure(told(error), error);
    }
    String code = only(callback, "code");
    if (code == null || code.isBlank()) {
      throw new PscRefusal(
          "Connexion refusée : la réponse de Pro Santé Connect ne contient pas de code."
              + " Recommencez la connexion.");
    }
    return code;
  }

  private static String told(String error) {
    return switch (error) {
      case "access_denied" ->
          "La connexion à Pro Santé Connect a été annulée ou refusée. Vous pouvez recommencer.";
      case "login_required", "interaction_required" ->
          "Pro Santé Connect demande une nouvelle authentification. Recommencez la connexion.";
      case "temporarily_unavailable", "server_error" ->
          "Pro Santé Connect n'est pas disponible pour le moment, ou la page de connexion est restée"
              + " ouverte trop longtemps. Réessayez.";
      default ->
          "Pro Santé Connect a refusé la demande de connexion de ce logiciel ("
              + error.replaceAll("[^\\x21-\\x7e]", "?")
              + "). Prévenez votre éditeur.";
    };
  }

  private static @Nullable String only(Map<String, List<String>> callback, String name)
      throws PscRefusal {
    List<String> values = callback.getOrDefault(name, List.of());
    if (values.size() > 1) { // RFC 6749 3.1
      throw new PscRefusal(
          "Connexion refusée : la réponse reçue répète le paramètre « " + name + " ».");
    }
    return values.isEmpty() ? null : values.get(0);
  }
}
