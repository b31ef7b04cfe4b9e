package fr.socle.psc.service.ciba;

import fr.socle.bench.world.Professional;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.ProfessionalDirectory;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.Scopes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which CIBA requests are carried out, and what is refused in which words (psc.md 1.6). */
final class CibaRules {
  // psc.md 1.6 (S: KC-SRC)
  private static final Pattern BINDING_MESSAGE = Pattern.compile("[a-zA-Z0-9-._+/!?#]{1,50}");

  private final CibaSettings settings;
  private final ProfessionalDirectory professionals;

  CibaRules(CibaSettings settings, ProfessionalDirectory professionals) {
    this.settings = settings;
    this.professionals = professionals;
  }

  /**
   * What the rules say of a request.
   *
   * @param who who is to log in, present when the request is carried out
   * @param error the refusal otherwise
   */
  record Ruling(@Nullable Professional who, @Nullable OidcError error) {}

  Ruling rule(Asked asked, RelyingParty client) {
    OidcError error = form(asked, client);
    if (error != null) {
      return new Ruling(null, error);
    }
    Optional<String> hint = asked.first("login_hint");
    if (hint.isEmpty()) {
      return new Ruling(
          null,
          invalid(
              "missing parameter : login_hint",
              "La demande ne dit pas qui se connecte : envoyez son identifiant national dans"
                  + " login_hint."));
    }
    Professional who = professionals.find(hint.get()).filter(one -> !one.revoked()).orElse(null);
    if (who == null) {
      return new Ruling(null, unknownUser(hint.get()));
    }
    error = scope(asked);
    return new Ruling(who, error == null ? rest(asked) : error);
  }

  static OidcError notActivated(RelyingParty client) {
    return new OidcError(
        400,
        "invalid_grant",
        "Client not allowed OIDC CIBA Grant",
        "CIBA n'est pas activé pour le client « "
            + client.clientId()
            + " » : demandez son activation à l'ANS.");
  }

  private static @Nullable OidcError form(Asked asked, RelyingParty client) {
    if (!client.ciba()) {
      return notActivated(client);
    }
    List<String> repeated = asked.repeated();
    if (!repeated.isEmpty()) {
      return invalid(
          "duplicated parameter",
          "Le paramètre " + repeated.get(0) + " est envoyé plusieurs fois : envoyez-le une fois.");
    }
    for (String name : List.of("request", "request_uri")) {
      if (asked.first(name).isPresent()) {
        return invalid(
            "request parameter not supported",
            "Ce banc ne lit pas le paramètre " + name + " : envoyez les paramètres en clair.");
      }
    }
    return null;
  }

  private OidcError unknownUser(String hint) {
    String reason =
        "Aucun professionnel de cet espace ne peut se connecter avec l'identifiant national « "
            + hint
            + " » : corrigez login_hint, ou déclarez cette personne au banc.";
    return settings.standardUnknownUser()
        ? new OidcError(400, "unknown_user_id", null, reason)
        : invalid("invalid user", reason);
  }

  private static @Nullable OidcError scope(Asked asked) {
    Optional<String> scope = asked.first("scope");
    if (scope.isEmpty()) {
      return invalid(
          "missing parameter : scope", "La demande n'a pas de scope : envoyez openid scope_all.");
    }
    return words(scope.get()).stream()
        .filter(word -> !Scopes.KNOWN.contains(word))
        .findFirst()
        .map(
            word ->
                new OidcError(
                    400,
                    "invalid_scope",
                    "Invalid scopes: " + scope.get(),
                    "Le scope « " + word + " » n'existe pas : demandez openid scope_all."))
        .orElse(null);
  }

  private @Nullable OidcError rest(Asked asked) {
    Optional<String> message = asked.first("binding_message");
    if (message.isPresent() && !BINDING_MESSAGE.matcher(message.get()).matches()) {
      return new OidcError(
          400,
          "invalid_binding_message",
          "the binding_message value has to be max 50 characters in length and must contain only"
              + " basic plain-text characters without spaces",
          "Le binding_message porte des caractères refusés ou plus de 50 caractères : envoyez deux"
              + " chiffres.");
    }
    if (settings.refusesOtherAcr()
        && !asked.first("acr_values").map(CibaRules::words).orElse(List.of()).contains("eidas1")) {
      return invalid("Invalid parameter: acr_values", "La demande doit porter acr_values=eidas1.");
    }
    if (asked.first("client_notification_token").isPresent()) {
      return invalid(
          "Client Notification token supported only for the ping mode",
          "Pro Santé Connect ne notifie pas le client : retirez client_notification_token et"
              + " interrogez le point token.");
    }
    if (asked.first("user_code").isPresent()) {
      return invalid("User code not supported", "Retirez user_code : il n'est pas pris en charge.");
    }
    return null;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static OidcError invalid(String description, String reason) {
    return new OidcError(400, "invalid_request", description, reason);
  }
}
