package fr.socle.psc.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The token endpoint: who may ask, and which grant answers (psc.md 1.6, 2.1). Thread-safe. */
public final class TokenDesk {
  private final ClientGate gate;
  private final LoginTokens tokens;
  private final Map<String, Grant> grants;

  TokenDesk(ClientGate gate, LoginTokens tokens, Map<String, Grant> grants) {
    this.gate = gate;
    this.tokens = tokens;
    this.grants = Map.copyOf(grants);
  }

  /** The same desk, which also serves this grant type. */
  public TokenDesk with(String grantType, Grant grant) {
    Map<String, Grant> more = new HashMap<>(grants);
    more.put(grantType, grant);
    return new TokenDesk(gate, tokens, more);
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
    if (entry.error() == null && faults.strikes(PscFault.CLIENT_REFUSE)) {
      return TokenOutcome.refused(client, ClientGate.ON_DEMAND);
    }
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
    Grant served = grants.get(grant.get());
    return served == null
        ? TokenOutcome.refused(
            client,
            new OidcError(
                400,
                "unsupported_grant_type",
                "Unsupported grant_type",
                "Le grant_type « " + grant.get() + " » n'est pas servi."))
        : served.answer(asked, client, proof, faults);
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
    return tokens
        .order(sessionId, client, scope, null, proof.thumbprint(), login)
        .map(order -> tokens.mint(order, faults));
  }
}
