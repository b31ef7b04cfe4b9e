package fr.socle.psc.service;

import fr.socle.psc.service.IssuedToken.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The token endpoint: codes and refresh tokens against tokens (psc.md 1.6, 2.1). Thread-safe. */
public final class TokenDesk {
  private final ClientGate gate;
  private final Codes codes;
  private final Sessions sessions;
  private final TokenLedger ledger;
  private final TokenMint mint;
  private final ProfessionalDirectory professionals;
  private final PscSettings settings;
  private final Map<String, Grant> otherGrants;

  TokenDesk(
      ClientGate gate,
      Codes codes,
      Sessions sessions,
      TokenLedger ledger,
      TokenMint mint,
      ProfessionalDirectory professionals,
      PscSettings settings,
      Map<String, Grant> otherGrants) {
    this.gate = gate;
    this.codes = codes;
    this.sessions = sessions;
    this.ledger = ledger;
    this.mint = mint;
    this.professionals = professionals;
    this.settings = settings;
    this.otherGrants = Map.copyOf(otherGrants);
  }

  /** The same desk, which also serves this grant type. */
  public TokenDesk with(String grantType, Grant grant) {
    Map<String, Grant> grants = new HashMap<>(otherGrants);
    grants.put(grantType, grant);
    return new TokenDesk(gate, codes, sessions, ledger, mint, professionals, settings, grants);
  }

  /** Answers a token request. */
  public TokenOutcome answer(Asked asked, ClientProof proof, FaultPlan faults) {
    Optional<String> grant = asked.first("grant_type");
    if (grant.isEmpty()) {
      return TokenOutcome.refused(
          null,
          OidcError.invalidRequest(
              "Missing form parameter: grant_type",
              "La requête n'a pas de grant_type dans un corps"
                  + " application/x-www-form-urlencoded."));
    }
    ClientGate.Entry entry = gate.admit(proof);
    RelyingParty client = entry.client();
    if (entry.error() != null || client == null) {
      return new TokenOutcome(client, Map.of(), entry.error(), null, null);
    }
    if (!asked.repeated().isEmpty()) {
      return TokenOutcome.refused(
          client,
          OidcError.invalidRequest(
              "duplicated parameter",
              "Le paramètre " + asked.repeated().get(0) + " est envoyé plusieurs fois."));
    }
    return switch (grant.get()) {
      case "authorization_code" -> code(asked, client, proof, faults);
      case "refresh_token" -> refresh(asked, client, proof, faults);
      default -> other(grant.get(), asked, client, proof, faults);
    };
  }

  private TokenOutcome other(
      String type, Asked asked, RelyingParty client, ClientProof proof, FaultPlan faults) {
    Grant grant = otherGrants.get(type);
    return grant == null
        ? TokenOutcome.refused(
            client,
            new OidcError(
                400,
                "unsupported_grant_type",
                "Unsupported grant_type",
                "Le grant_type « " + type + " » n'est pas servi."))
        : grant.answer(asked, client, proof, faults);
  }

  /**
   * Members of the answer that gives the first tokens of a login without code nor nonce.
   *
   * @param login identifier of the login
   * @param scope scope granted
   * @return empty when the session is over or its owner is gone
   */
  public Optional<Map<String, Object>> firstTokens(
      String login,
      String sessionId,
      RelyingParty client,
      String scope,
      ClientProof proof,
      FaultPlan faults) {
    Optional<TokenMint.Order> order =
        order(sessionId, client, scope, null, proof.thumbprint(), login);
    sessions.seen(sessionId, client.clientId());
    return order.map(given -> mint.mint(given, faults).body());
  }

  private TokenOutcome code(Asked asked, RelyingParty client, ClientProof proof, FaultPlan faults) {
    Optional<String> value = asked.first("code");
    if (value.isEmpty()) {
      return TokenOutcome.refused(
          client,
          OidcError.invalidRequest("Missing parameter: code", "La requête n'a pas de code."));
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
        order(code.sessionId(), client, code.scope(), code.nonce(), proof.thumbprint(), code.id());
    if (order.isEmpty()) {
      return new TokenOutcome(client, Map.of(), sessionOver(), presented, null);
    }
    sessions.seen(code.sessionId(), client.clientId());
    return new TokenOutcome(client, mint.mint(order.get(), faults).body(), null, presented, null);
  }

  private @Nullable OidcError stateError(PresentedCode presented, FaultPlan faults) {
    AuthorizationCode code = presented.code();
    if (presented.state() == PresentedCode.State.REUSED && code != null) {
      sessions.end(code.sessionId(), Session.End.CODE_REUSED, null); // psc.md 1.6 (K)
    }
    String reason =
        switch (presented.state()) {
          case VALID ->
              faults.strikes(PscFault.CODE_EXPIRE) ? "Le code a expiré (panne armée)." : "";
          case REUSED ->
              "Le code a déjà été présenté : la session est fermée. Échangez chaque code une seule"
                  + " fois.";
          case EXPIRED -> "Le code a expiré : échangez-le dès le retour de connexion.";
          case OTHER_CLIENT -> "Le code a été remis à un autre client.";
          case UNKNOWN -> "Ce code n'a pas été remis par Pro Santé Connect.";
        };
    return reason.isEmpty() ? null : OidcError.invalidGrant("Code not valid", reason);
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

  private TokenOutcome refresh(
      Asked asked, RelyingParty client, ClientProof proof, FaultPlan faults) {
    Optional<String> value = asked.first("refresh_token");
    if (value.isEmpty()) {
      return TokenOutcome.refused(
          client,
          OidcError.invalidRequest(
              "No refresh token", "La requête n'a pas de jeton de rafraîchissement."));
    }
    PresentedToken presented = ledger.present(value.get());
    OidcError error = refreshError(presented, client);
    if (error == null && faults.strikes(PscFault.REFRESH_REFUSE)) {
      error = sessionOver();
    }
    IssuedToken token = presented.token();
    if (error == null && token != null) {
      error = scopeError(asked, token);
    }
    if (error != null || token == null) {
      return new TokenOutcome(client, Map.of(), error, null, presented);
    }
    Optional<TokenMint.Order> order =
        order(
            token.sessionId(),
            client,
            token.scope(),
            token.nonce(),
            proof.thumbprint(),
            token.loginCode());
    if (order.isEmpty()) {
      return new TokenOutcome(client, Map.of(), sessionOver(), null, presented);
    }
    if (!ledger.replace(value.get()) && !settings.refreshReuse()) {
      return new TokenOutcome(client, Map.of(), alreadyReplaced(), null, presented);
    }
    sessions.seen(token.sessionId(), client.clientId());
    return new TokenOutcome(client, mint.mint(order.get(), faults).body(), null, null, presented);
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
      case EXPIRED ->
          OidcError.invalidGrant(
              "Token is not active",
              "Le jeton de rafraîchissement a expiré : renvoyez l'utilisateur à Pro Santé"
                  + " Connect.");
      default -> sessionOver();
    };
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

  private Optional<TokenMint.Order> order(
      String sessionId,
      RelyingParty client,
      String scope,
      @Nullable String nonce,
      @Nullable String thumbprint,
      String loginCode) {
    if (sessions.status(sessionId) != Sessions.Status.LIVE) {
      return Optional.empty();
    }
    return sessions
        .find(sessionId)
        .flatMap(
            session ->
                professionals
                    .find(session.nationalId())
                    .filter(owner -> !owner.revoked())
                    .map(
                        owner ->
                            new TokenMint.Order(
                                session,
                                client,
                                owner,
                                scope,
                                nonce,
                                bound(client) ? thumbprint : null,
                                sessions.leftOf(session),
                                loginCode)));
  }

  // psc.md 1.5: with mTLS the access token is bound to the certificate (K: RFC 8705 3)
  private boolean bound(RelyingParty client) {
    return client.presentsCertificate() && settings.boundTokens();
  }

  private static OidcError sessionOver() {
    return OidcError.invalidGrant(
        "Session not active",
        "La session Pro Santé Connect est finie : renvoyez l'utilisateur à la page de connexion.");
  }
}
