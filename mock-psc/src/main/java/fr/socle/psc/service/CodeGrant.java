package fr.socle.psc.service;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A code against tokens (psc.md 1.6, 2.1). Thread-safe. */
final class CodeGrant implements Grant {
  private final Codes codes;
  private final Sessions sessions;
  private final LoginTokens tokens;

  CodeGrant(Codes codes, Sessions sessions, LoginTokens tokens) {
    this.codes = codes;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  @Override
  public TokenOutcome answer(
      Asked asked, RelyingParty client, ClientProof proof, FaultPlan faults) {
    Optional<String> value = asked.first("code");
    if (value.isEmpty()) {
      return TokenOutcome.refused(
          client,
          OidcError.invalidRequest(
              "Missing parameter: code",
              "La requête n'a pas de code : envoyez celui du retour de connexion."));
    }
    PresentedCode presented = codes.present(value.get(), client.clientId());
    AuthorizationCode code = presented.code();
    OidcError error = stateError(presented, faults);
    if (error == null && code != null) {
      error = bindingError(asked, code);
    }
    if (error != null || code == null) {
      return new TokenOutcome(client, Map.of(), error, presented, null);
    }
    Optional<TokenMint.Order> order =
        tokens.order(
            code.sessionId(), client, code.scope(), code.nonce(), proof.thumbprint(), code.id());
    if (order.isEmpty()) {
      return new TokenOutcome(client, Map.of(), LoginTokens.sessionOver(), presented, null);
    }
    return new TokenOutcome(client, tokens.mint(order.get(), faults), null, presented, null);
  }

  private @Nullable OidcError stateError(PresentedCode presented, FaultPlan faults) {
    AuthorizationCode code = presented.code();
    if (presented.state() == PresentedCode.State.REUSED && code != null) {
      sessions.end(code.sessionId(), Session.End.CODE_REUSED, null); // psc.md 1.6 (K)
    }
    String reason =
        switch (presented.state()) {
          case VALID -> onDemand(code, faults);
          case REUSED ->
              "Le code a déjà été présenté : la session est fermée. Échangez chaque code une seule"
                  + " fois.";
          case EXPIRED -> "Le code a expiré : échangez-le dès le retour de connexion.";
          case OTHER_CLIENT ->
              "Le code a été remis à un autre client : échangez-le avec le client_id de la demande de"
                  + " connexion.";
          case UNKNOWN -> "Ce code n'a pas été remis par Pro Santé Connect.";
        };
    return reason.isEmpty() ? null : OidcError.invalidGrant("Code not valid", reason);
  }

  private String onDemand(@Nullable AuthorizationCode code, FaultPlan faults) {
    if (faults.strikes(PscFault.CODE_EXPIRE)) {
      return "Le code a expiré (panne armée).";
    }
    if (code != null && faults.strikes(PscFault.CODE_DEJA_UTILISE)) {
      sessions.end(code.sessionId(), Session.End.CODE_REUSED, null);
      return "Le code a déjà été présenté (panne armée).";
    }
    return "";
  }

  private static @Nullable OidcError bindingError(Asked asked, AuthorizationCode code) {
    if (!code.redirectUri().equals(asked.first("redirect_uri").orElse(""))) {
      return OidcError.invalidGrant(
          "Incorrect redirect_uri",
          "Le redirect_uri n'est pas celui de la demande d'authentification : envoyez le même, au"
              + " caractère près.");
    }
    CodeChallenge challenge = code.challenge();
    Optional<String> verifier = asked.first("code_verifier");
    if (challenge == null) {
      return verifier.isEmpty()
          ? null
          : OidcError.invalidGrant(
              "PKCE code verifier specified but challenge not present in authorization",
              "Un code_verifier est envoyé alors que la demande n'avait pas de code_challenge.");
    }
    if (verifier.isEmpty()) {
      return OidcError.invalidGrant(
          "PKCE code verifier not specified",
          "La demande avait un code_challenge : envoyez le code_verifier.");
    }
    if (!CodeChallenge.wellFormed(verifier.get())) {
      return OidcError.invalidGrant(
          "PKCE verification failed: Invalid code verifier",
          "Le code_verifier n'a pas la forme voulue (43 à 128 caractères, RFC 7636 4.1).");
    }
    return challenge.answeredBy(verifier.get())
        ? null
        : OidcError.invalidGrant(
            "PKCE verification failed: Code mismatch",
            "Le code_verifier ne correspond pas au code_challenge de la demande.");
  }
}
