package fr.socle.psc.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which authorization requests are carried out, and what is refused in which words. */
final class AuthorizationRules {
  // psc.md 1.2 (S: DISC)
  private static final Set<String> RESPONSE_TYPES =
      Set.of(
          "none",
          "id_token",
          "token",
          "id_token token",
          "code id_token",
          "code token",
          "code id_token token");

  private final RelyingParties clients;
  private final PscSettings settings;

  private final RequestObjects objects;

  AuthorizationRules(RelyingParties clients, PscSettings settings, RequestObjects objects) {
    this.clients = clients;
    this.settings = settings;
    this.objects = objects;
  }

  /** A request as it counts, its request object read. */
  RequestObjects.Read read(Asked asked) {
    return asked
        .first("client_id")
        .flatMap(clients::find)
        .map(client -> objects.read(asked, client))
        .orElseGet(() -> new RequestObjects.Read(asked, null));
  }

  /**
   * What the rules say of a request.
   *
   * @param client client, when known
   * @param redirectUri address of the answer, when it may be used
   * @param responseMode how the answer travels
   * @param request the request, when it is carried out
   * @param error the refusal otherwise; without a redirect address it is told on a page
   */
  record Ruling(
      @Nullable RelyingParty client,
      @Nullable String redirectUri,
      String responseMode,
      @Nullable AuthorizationRequest request,
      @Nullable OidcError error) {}

  Ruling rule(RequestObjects.Read read) {
    Asked asked = read.asked();
    Optional<RelyingParty> client = asked.first("client_id").flatMap(clients::find);
    if (client.isEmpty()) {
      return new Ruling(null, null, "query", null, unknownClient(asked));
    }
    String redirectUri = asked.first("redirect_uri").orElse("");
    if (!client.get().redirectsTo(redirectUri)) {
      return new Ruling(client.get(), null, "query", null, foreignRedirect(client.get(), asked));
    }
    String mode = asked.first("response_mode").orElse(defaultMode(asked));
    boolean knownMode = Set.of("query", "fragment", "form_post").contains(mode);
    OidcError error = firstError(read, client.get(), knownMode);
    if (error != null) {
      return new Ruling(
          client.get(), redirectUri, knownMode ? mode : defaultMode(asked), null, error);
    }
    AuthorizationRequest request =
        new AuthorizationRequest(
            client.get(),
            redirectUri,
            mode,
            asked.first("state").orElse(null),
            asked.first("nonce").orElse(null),
            Scopes.granted(asked.first("scope").orElse("")),
            Set.copyOf(words(asked, "prompt")),
            asked.first("max_age").map(Long::valueOf).orElse(null),
            challenge(asked).orElse(null),
            asked.first("id_token_hint").orElse(null),
            asked.first("kc_idp_hint").orElse(null),
            asked.first("claims").flatMap(ClaimsRequest::read).orElse(ClaimsRequest.NONE));
    return new Ruling(client.get(), redirectUri, mode, request, null);
  }

  // OAuth 2.0 Multiple Response Type Encoding Practices 3 and 5: errors travel as the answer would
  private static String defaultMode(Asked asked) {
    String type = asked.first("response_type").orElse("");
    boolean front = RESPONSE_TYPES.contains(type) && !type.equals("none");
    return front ? "fragment" : "query";
  }

  private static OidcError unknownClient(Asked asked) {
    return OidcError.invalidRequest(
        "Client not found.",
        asked
            .first("client_id")
            .map(
                id ->
                    "Le client « "
                        + id
                        + " » n'est pas déclaré à Pro Santé Connect : envoyez le client_id de"
                        + " bench.json, ou déclarez le vôtre.")
            .orElse("La demande n'a pas de client_id : envoyez celui que l'ANS vous a donné."));
  }

  private static OidcError foreignRedirect(RelyingParty client, Asked asked) {
    return OidcError.invalidRequest(
        "Invalid parameter: redirect_uri",
        "L'adresse de retour « "
            + asked.first("redirect_uri").orElse("(absente)")
            + " » n'est pas déclarée pour le client « "
            + client.clientId()
            + " » : envoyez-la au caractère près.");
  }

  private @Nullable OidcError firstError(
      RequestObjects.Read read, RelyingParty client, boolean knownMode) {
    Asked asked = read.asked();
    List<String> repeated = asked.repeated();
    if (!repeated.isEmpty()) {
      return OidcError.invalidRequest(
          "duplicated parameter",
          "Le paramètre " + repeated.get(0) + " est envoyé plusieurs fois : envoyez-le une fois.");
    }
    if (!knownMode) {
      return OidcError.invalidRequest(
          "Invalid parameter: response_mode",
          "Le response_mode demandé n'est pas servi : envoyez query ou form_post, ou rien.");
    }
    OidcError error = read.error();
    if (error == null) {
      error = responseType(asked);
    }
    if (error == null) {
      error = scope(asked);
    }
    if (error == null) {
      error = pkce(asked, client);
    }
    return error == null ? options(asked) : error;
  }

  private @Nullable OidcError responseType(Asked asked) {
    String type = asked.first("response_type").orElse("");
    if (type.equals("code")) {
      return null;
    }
    if (type.isEmpty()) {
      return OidcError.invalidRequest(
          "Missing parameter: response_type",
          "La demande n'a pas de response_type : envoyez response_type=code.");
    }
    String reason = "Le response_type « " + type + " » est refusé : envoyez response_type=code.";
    if (!settings.strict() && RESPONSE_TYPES.contains(type)) {
      return new OidcError(
          400,
          "unauthorized_client",
          "Client is not allowed to initiate browser login with given response_type.",
          reason);
    }
    return new OidcError(400, "unsupported_response_type", null, reason);
  }

  private static @Nullable OidcError scope(Asked asked) {
    List<String> unknown =
        words(asked, "scope").stream().filter(word -> !Scopes.KNOWN.contains(word)).toList();
    if (unknown.isEmpty()) {
      return null;
    }
    return new OidcError(
        400,
        "invalid_scope",
        "Invalid scopes: " + OidcError.told(asked.first("scope").orElse("")),
        "Le scope « " + unknown.get(0) + " » n'existe pas : demandez openid scope_all.");
  }

  private @Nullable OidcError pkce(Asked asked, RelyingParty client) {
    Optional<String> challenge = asked.first("code_challenge");
    String method = asked.first("code_challenge_method").orElse("plain");
    if (challenge.isEmpty()) {
      boolean half = asked.first("code_challenge_method").isPresent();
      boolean required = client.pkceRequired() || settings.pkceRequired();
      return half || required
          ? OidcError.invalidRequest(
              "Missing parameter: " + (half ? "code_challenge" : "code_challenge_method"),
              half
                  ? "La demande annonce une méthode PKCE sans code_challenge : envoyez les deux."
                  : "Ce client doit utiliser PKCE : envoyez code_challenge et"
                      + " code_challenge_method=S256.")
          : null;
    }
    if (!method.equals("S256") && !method.equals("plain")) {
      return OidcError.invalidRequest(
          "Invalid parameter: code_challenge_method",
          "La méthode PKCE « " + method + " » n'existe pas : envoyez S256.");
    }
    if (!CodeChallenge.wellFormed(challenge.get())) {
      return OidcError.invalidRequest(
          "Invalid parameter: code_challenge",
          "Le code_challenge n'a pas la forme voulue : envoyez 43 à 128 caractères (RFC 7636 4.2).");
    }
    return null;
  }

  private @Nullable OidcError options(Asked asked) {
    List<String> prompt = words(asked, "prompt");
    if (prompt.contains("none") && prompt.size() > 1) {
      return OidcError.invalidRequest(
          "Invalid parameter: prompt",
          "prompt=none ne se combine avec aucune autre valeur : envoyez-le seul, ou retirez-le.");
    }
    String maxAge = asked.first("max_age").orElse("0");
    if (!maxAge.matches("\\d{1,9}")) {
      return OidcError.invalidRequest(
          "Invalid parameter: max_age",
          "max_age n'est pas un nombre de secondes : envoyez un entier, ou retirez-le.");
    }
    Optional<String> claims = asked.first("claims");
    if (claims.isPresent()) {
      OidcError error = claims(claims.get());
      if (error != null) {
        return error;
      }
    }
    if (settings.refusesOtherAcr() && !words(asked, "acr_values").contains("eidas1")) {
      return OidcError.invalidRequest(
          "Invalid parameter: acr_values",
          "La demande n'a pas le niveau exigé : envoyez acr_values=eidas1.");
    }
    return null;
  }

  private @Nullable OidcError claims(String text) {
    Optional<ClaimsRequest> claims = ClaimsRequest.read(text);
    if (claims.isEmpty()) {
      return OidcError.invalidRequest(
          "Invalid parameter: claims",
          "Le paramètre claims ne se lit pas : envoyez un objet JSON dont userinfo et id_token sont"
              + " des objets.");
    }
    Set<String> levels = claims.get().levels();
    // OpenID Connect Core 5.5.1.1: a level that cannot be reached fails the login
    return levels.isEmpty() || levels.contains(settings.acr())
        ? null
        : new OidcError(
            400,
            "access_denied",
            "Requested acr can not be met",
            "Le paramètre claims exige un niveau (acr) que Pro Santé Connect ne donne pas :"
                + " demandez "
                + settings.acr()
                + ".");
  }

  private static Optional<CodeChallenge> challenge(Asked asked) {
    return asked
        .first("code_challenge")
        .map(
            value ->
                new CodeChallenge(asked.first("code_challenge_method").orElse("plain"), value));
  }

  private static List<String> words(Asked asked, String name) {
    return asked.first(name).stream()
        .flatMap(value -> Stream.of(value.split(" ")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
