package fr.socle.psc.service;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why a login ends without a code, in the words of psc.md 1.6 (K). */
final class LoginRefusals {
  private static final Map<String, String> ON_DEMAND = onDemand();

  private LoginRefusals() {}

  /** The person says no, or cancels. */
  static OidcError denied() {
    return new OidcError(
        400,
        "access_denied",
        null,
        "La personne a refusé ou annulé la connexion : dites-le, et proposez de recommencer.");
  }

  /** Another person than the one expected logged in. */
  static OidcError somebodyElse() {
    return new OidcError(
        400,
        "login_required",
        null,
        "Une autre personne que celle de l'id_token_hint ou du paramètre claims s'est connectée :"
            + " désignez la personne attendue, ou personne.");
  }

  /** The page was left open. */
  static OidcError tooLong() {
    return new OidcError(
        400,
        "temporarily_unavailable",
        "authentication_expired",
        "La page de connexion est restée ouverte trop longtemps : dites-le, et proposez de"
            + " recommencer.");
  }

  /** Nobody may be asked anything, and nobody is logged in. */
  static OidcError silent() {
    return new OidcError(
        400,
        "login_required",
        null,
        "prompt=none sans session Pro Santé Connect ouverte : envoyez l'utilisateur à la page de"
            + " connexion.");
  }

  /** The page is no more. */
  static OidcError gone() {
    return OidcError.invalidRequest(
        "Page has expired",
        "Cette page de connexion n'existe plus : recommencez depuis le logiciel.");
  }

  /** A page that says no without redirect, on demand. */
  static OidcError pageOnDemand() {
    return OidcError.invalidRequest(
        "Invalid parameter: redirect_uri",
        "Pro Santé Connect refuse la demande par une page, sans retour (panne armée).");
  }

  /**
   * An error of the catalogue, on demand.
   *
   * @param how parameters of the fault: {@code erreur}, {@code access_denied} when it is not said
   */
  static OidcError onDemand(Map<String, String> how) {
    String error = how.getOrDefault("erreur", "access_denied");
    String description = ON_DEMAND.get(error);
    if (description == null) {
      throw new IllegalArgumentException(
          "La panne retour-erreur ne connaît pas erreur="
              + error
              + " ; elle connaît : "
              + String.join(", ", ON_DEMAND.keySet())
              + ".");
    }
    return new OidcError(
        400,
        error,
        description.isEmpty() ? null : description,
        "Le retour de connexion porte l'erreur " + error + " (panne armée).");
  }

  private static Map<String, String> onDemand() {
    Map<String, String> errors = new LinkedHashMap<>();
    errors.put("access_denied", "");
    errors.put("invalid_request", "Missing parameter: response_type");
    errors.put("unsupported_response_type", "");
    errors.put(
        "unauthorized_client",
        "Client is not allowed to initiate browser login with given response_type.");
    errors.put("invalid_scope", "Invalid scopes: openid scope_all");
    errors.put("login_required", "");
    errors.put("interaction_required", "");
    errors.put("temporarily_unavailable", "authentication_expired");
    errors.put("server_error", "");
    return errors;
  }
}
