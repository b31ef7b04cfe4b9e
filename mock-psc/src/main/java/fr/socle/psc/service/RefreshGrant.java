package fr.socle.psc.service;

import fr.socle.psc.service.IssuedToken.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A refresh token against new tokens (psc.md 1.3, 1.6). Thread-safe. */
final class RefreshGrant implements Grant {
  private final TokenLedger ledger;
  private final PscSettings settings;
  private final LoginTokens tokens;

  RefreshGrant(TokenLedger ledger, PscSettings settings, LoginTokens tokens) {
    this.ledger = ledger;
    this.settings = settings;
    this.tokens = tokens;
  }

  @Override
  public TokenOutcome answer(
      Asked asked, RelyingParty client, ClientProof proof, FaultPlan faults) {
    Optional<String> value = asked.first("refresh_token");
    if (value.isEmpty()) {
      return TokenOutcome.refused(
          client,
          OidcError.invalidRequest(
              "No refresh token", "La requête n'a pas de jeton de rafraîchissement."));
    }
    PresentedToken presented = ledger.present(value.get(), faults);
    OidcError error = refreshError(presented, client);
    if (error == null && faults.strikes(PscFault.REFRESH_REFUSE)) {
      error = LoginTokens.sessionOver();
    }
    if (error == null && faults.strikes(PscFault.REFRESH_EXPIRE)) {
      error = refreshExpired();
    }
    IssuedToken token = presented.token();
    if (error == null && token != null) {
      error = scopeError(asked, token);
    }
    if (error != null || token == null) {
      return new TokenOutcome(client, Map.of(), error, null, presented);
    }
    Optional<TokenMint.Order> order =
        tokens.order(
            token.sessionId(),
            client,
            token.scope(),
            token.nonce(),
            proof.thumbprint(),
            token.loginCode());
    if (order.isEmpty()) {
      return new TokenOutcome(client, Map.of(), LoginTokens.sessionOver(), null, presented);
    }
    if (!ledger.replace(value.get()) && !settings.refreshReuse()) {
      return new TokenOutcome(client, Map.of(), alreadyReplaced(), null, presented);
    }
    return new TokenOutcome(client, tokens.mint(order.get(), faults), null, null, presented);
  }

  private @Nullable OidcError refreshError(PresentedToken presented, RelyingParty client) {
    IssuedToken token = presented.token();
    if (presented.state() == PresentedToken.State.UNSIGNED) {
      return OidcError.invalidGrant(
          "Invalid refresh token", "Le jeton présenté annonce alg=none : il est refusé.");
    }
    if (token == null || token.kind() != Kind.REFRESH) {
      return OidcError.invalidGrant(
          "Invalid refresh token",
          "Ce n'est pas un jeton de rafraîchissement remis par Pro Santé Connect.");
    }
    if (!token.clientId().equals(client.clientId())) {
      return OidcError.invalidGrant(
          "Invalid refresh token. Token client and authorized client don't match",
          "Le jeton de rafraîchissement a été remis à un autre client.");
    }
    return switch (presented.state()) {
      case VALID -> null;
      case REPLACED -> settings.refreshReuse() ? null : alreadyReplaced();
      case EXPIRED -> refreshExpired();
      default -> LoginTokens.sessionOver();
    };
  }

  private static OidcError refreshExpired() {
    return OidcError.invalidGrant(
        "Token is not active",
        "Le jeton de rafraîchissement a expiré : renvoyez l'utilisateur à Pro Santé Connect.");
  }

  private static OidcError alreadyReplaced() {
    return OidcError.invalidGrant(
        "Maximum allowed refresh token reuse exceeded",
        "Ce jeton de rafraîchissement a été remplacé par un plus récent.");
  }

  // RFC 6749 6: nothing beyond what was granted; what is within may be ignored (RFC 6749 3.3)
  private static @Nullable OidcError scopeError(Asked asked, IssuedToken token) {
    return asked.first("scope").stream()
        .flatMap(scope -> Stream.of(scope.split(" ")))
        .filter(word -> !word.isEmpty() && !Scopes.holds(token.scope(), word))
        .findFirst()
        .map(
            word ->
                new OidcError(
                    400,
                    "invalid_scope",
                    "Invalid scopes: " + OidcError.told(word),
                    "Le scope « "
                        + word
                        + " » n'a pas été accordé à la connexion : un rafraîchissement ne"
                        + " l'étend pas."))
        .orElse(null);
  }
}
