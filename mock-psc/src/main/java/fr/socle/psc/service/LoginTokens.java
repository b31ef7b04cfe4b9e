package fr.socle.psc.service;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of a login whose session lives. Thread-safe. */
final class LoginTokens {
  private final Sessions sessions;
  private final ProfessionalDirectory professionals;
  private final TokenMint mint;
  private final PscSettings settings;

  LoginTokens(
      Sessions sessions,
      ProfessionalDirectory professionals,
      TokenMint mint,
      PscSettings settings) {
    this.sessions = sessions;
    this.professionals = professionals;
    this.mint = mint;
    this.settings = settings;
  }

  /** Members of the answer; the session counts as used by this client. */
  Map<String, Object> mint(TokenMint.Order order, FaultPlan faults) {
    sessions.seen(order.session().id(), order.client().clientId());
    return mint.mint(order, faults).body();
  }

  /** What tokens are made for; empty when the session is over or its owner is gone. */
  Optional<TokenMint.Order> order(
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

  /** The refusal when there is no such order. */
  static OidcError sessionOver() {
    return OidcError.invalidGrant(
        "Session not active",
        "La session Pro Santé Connect est finie : renvoyez l'utilisateur à la page de connexion.");
  }
}
