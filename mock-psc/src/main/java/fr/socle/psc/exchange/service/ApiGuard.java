package fr.socle.psc.exchange.service;

import fr.socle.psc.exchange.service.Admission.State;
import fr.socle.psc.exchange.service.ApiTokens.Presented;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.TokenLedger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an API looks at in each call: its own token, the certificate, the scopes, psc.md 2.6 (S:
 * TRANSPORT). Thread-safe.
 */
public final class ApiGuard {
  private final ApiTokens tokens;
  private final TokenLedger psc;

  ApiGuard(ApiTokens tokens, TokenLedger psc) {
    this.tokens = tokens;
    this.psc = psc;
  }

  /**
   * Looks at a call.
   *
   * @param bearer token of the {@code Authorization} header, absent without
   * @param thumbprint {@code x5t#S256} of the client certificate, absent without
   */
  public Admission admit(
      ProtectedApi api, @Nullable String bearer, @Nullable String thumbprint, ApiFaultPlan faults) {
    if (bearer == null) {
      return refused(
          State.ABSENT,
          null,
          "Missing token",
          "L'appel ne porte pas de jeton : envoyez « Authorization: Bearer » avec le jeton de"
              + " cette API.");
    }
    Presented presented = tokens.present(bearer);
    ApiToken token = presented.token();
    if (token == null && psc.present(bearer).token() != null) {
      return refused(
          State.PSC_TOKEN,
          null,
          "Token was not issued for this API",
          "C'est un jeton de Pro Santé Connect : échangez-le d'abord au serveur d'autorisation de"
              + " l'API (RFC 8693).");
    }
    if (token == null
        || token.kind() != ApiToken.Kind.ACCESS
        || !token.api().equals(api.name())
        || presented.state() == ApiTokens.State.REVOKED) {
      return refused(
          State.NOT_OURS,
          token,
          "Token verification failed",
          "Ce n'est pas un jeton d'accès en vigueur remis pour l'API « " + api.name() + " ».");
    }
    if (presented.state() == ApiTokens.State.EXPIRED) {
      return refused(
          State.EXPIRED,
          token,
          "Token is not active",
          "Le jeton d'API a expiré : rafraîchissez-le ou refaites un échange.");
    }
    return bound(api, token, thumbprint, faults);
  }

  private static Admission bound(
      ProtectedApi api, ApiToken token, @Nullable String thumbprint, ApiFaultPlan faults) {
    if (!token.thumbprint().equals(thumbprint)) {
      return refused(
          State.OTHER_CERTIFICATE,
          token,
          "Client certificate missing, or its thumbprint and one in the access token did NOT match",
          "Le jeton d'API est lié au certificat de l'échange : présentez ce même certificat à"
              + " l'appel métier (RFC 8705 3).");
    }
    List<String> scopes = List.of(token.scope().split(" "));
    if (!scopes.contains(api.callScope())) {
      return new Admission(
          State.NO_SCOPE,
          token,
          new OidcError(
              403,
              "insufficient_scope",
              "The request requires higher privileges",
              "Le jeton n'a pas le scope « "
                  + api.callScope()
                  + " » de cette API : demandez-le à l'échange."));
    }
    if (faults.strikes(ApiFault.JETON_REFUSE)) {
      return refused(
          State.FAULT, token, "Token verification failed", "Le jeton est refusé (panne armée).");
    }
    return new Admission(State.ADMITTED, token, null);
  }

  private static Admission refused(
      State state, @Nullable ApiToken token, String description, String reason) {
    return new Admission(state, token, new OidcError(401, "invalid_token", description, reason));
  }
}
