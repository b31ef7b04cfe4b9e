package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.AuthorizationDecision;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request and what became of it.
 *
 * @param asked parameters as sent
 * @param clientId client, when it is declared
 * @param redirectDeclared whether the redirect address is declared for that client
 * @param login how it ended
 */
public record AuthorizationMessage(
    Asked asked, @Nullable String clientId, boolean redirectDeclared, Login login) {

  static AuthorizationMessage of(Asked asked, AuthorizationDecision decision) {
    Login login =
        Login.of(
            asked.first("state").orElse(null),
            asked.first("nonce").orElse(null),
            asked.first("code_challenge").orElse(null),
            decision);
    boolean declared =
        decision.client() != null
            && asked.first("redirect_uri").filter(decision.client()::redirectsTo).isPresent();
    return new AuthorizationMessage(asked, login.clientId(), declared, login);
  }
}
