package fr.socle.psc.exchange.service;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.Jwt;
import fr.socle.psc.service.OidcError;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a token exchange, put to the rules of RFC 8693 2.1 and psc.md 2.6.
 *
 * @param subjectToken subject token
 * @param scopes scopes asked, empty when none was
 * @param confirmation {@code cnf}, absent when none was sent
 * @param actor {@code sub} of the actor token, absent without one
 */
record ExchangeParameters(
    String subjectToken,
    Set<String> scopes,
    @Nullable Confirmation confirmation,
    @Nullable String actor) {
  /** RFC 8693 2.1. */
  static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

  private static final String TYPE = "urn:ietf:params:oauth:token-type:";
  private static final Set<String> SUBJECT_TYPES = Set.of(TYPE + "access_token", TYPE + "jwt");
  // RFC 8693 2.1: these two alone may be given several times
  private static final Set<String> SEVERAL = Set.of("resource", "audience");

  /**
   * Reads them.
   *
   * @throws RefusedExchange when one is missing or wrong
   */
  static ExchangeParameters read(Asked form, ApiSettings settings) {
    List<String> repeated =
        form.repeated().stream().filter(name -> !SEVERAL.contains(name)).toList();
    if (!repeated.isEmpty()) {
      throw invalid(
          "duplicated parameter", "Le paramètre " + repeated.get(0) + " est envoyé deux fois.");
    }
    String subject = needed(form, "subject_token");
    String type = needed(form, "subject_token_type");
    if (!SUBJECT_TYPES.contains(type)) {
      throw invalid(
          "subject_token_type not supported",
          "subject_token_type vaut « "
              + type
              + " » : envoyez "
              + TYPE
              + "access_token, ou "
              + TYPE
              + "jwt.");
    }
    String wanted = form.first("requested_token_type").orElse(TYPE + "access_token");
    if (!SUBJECT_TYPES.contains(wanted)) {
      throw invalid(
          "requested_token_type unsupported",
          "Ce serveur ne remet que des jetons d'accès : retirez requested_token_type.");
    }
    form.first("subject_issuer")
        .filter(issuer -> !issuer.equals("psc"))
        .ifPresent(
            issuer -> {
              throw unknownIssuer(issuer);
            });
    return new ExchangeParameters(
        subject, scopes(form, settings), confirmation(form, settings), actor(form));
  }

  static RefusedExchange unknownIssuer(String issuer) {
    return invalid(
        "Invalid subject_issuer",
        "subject_issuer vaut « " + issuer + " » : le seul émetteur connu ici est psc.");
  }

  private static Set<String> scopes(Asked form, ApiSettings settings) {
    Set<String> scopes = new LinkedHashSet<>();
    form.first("scope")
        .map(text -> text.trim().split(" +"))
        .map(Arrays::asList)
        .ifPresent(scopes::addAll);
    if (scopes.isEmpty() && settings.scopeRequired()) {
      throw new RefusedExchange(
          new OidcError(
              400,
              "invalid_scope",
              "Missing parameter: scope",
              "L'échange ne dit pas quels scopes de l'API il veut : envoyez scope."));
    }
    return scopes;
  }

  private static @Nullable Confirmation confirmation(Asked form, ApiSettings settings) {
    String sent = form.first("cnf").orElse(null);
    if (sent == null) {
      if (settings.cnfRequired()) {
        throw invalid(
            "Missing parameter: cnf",
            "L'échange ne porte pas cnf : envoyez l'empreinte du certificat client,"
                + " {\"x5t#S256\":\"…\"}.");
      }
      return null;
    }
    return Confirmation.parse(sent);
  }

  private static @Nullable String actor(Asked form) {
    String token = form.first("actor_token").orElse(null);
    boolean typed = form.first("actor_token_type").isPresent();
    if ((token != null) != typed) {
      throw invalid(
          "actor_token and actor_token_type go together",
          "actor_token et actor_token_type vont ensemble : envoyez les deux, ou aucun.");
    }
    if (token == null) {
      return null;
    }
    return Jwt.read(token)
        .map(jwt -> jwt.claims().path("sub").asText(""))
        .orElseThrow(
            () ->
                invalid(
                    "Invalid actor_token",
                    "actor_token n'est pas un JWT : envoyez un JWT, signé ou non."));
  }

  private static String needed(Asked form, String name) {
    return form.first(name)
        .orElseThrow(
            () ->
                invalid(
                    "Missing parameter: " + name,
                    "L'échange ne porte pas " + name + " : envoyez-le dans le corps."));
  }

  private static RefusedExchange invalid(String description, String reason) {
    return new RefusedExchange(OidcError.invalidRequest(description, reason));
  }
}
