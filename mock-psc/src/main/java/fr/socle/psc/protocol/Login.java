package fr.socle.psc.protocol;

import fr.socle.psc.service.AuthorizationDecision;
import fr.socle.psc.service.AuthorizationDecision.CodeRedirect;
import fr.socle.psc.service.AuthorizationDecision.ErrorPage;
import fr.socle.psc.service.AuthorizationDecision.ErrorRedirect;
import fr.socle.psc.service.AuthorizationDecision.LoginPage;
import fr.socle.psc.service.CodeChallenge;
import fr.socle.psc.service.RelyingParty;
import org.jspecify.annotations.Nullable;

/**
 * Where a login stands after an exchange with the browser.
 *
 * @param clientId client, when it is declared
 * @param state state of the request
 * @param nonce nonce of the request
 * @param challenge PKCE challenge of the request
 * @param ending how it ended
 * @param codeId identifier of the code given
 * @param sessionId session of the code given
 */
public record Login(
    @Nullable String clientId,
    @Nullable String state,
    @Nullable String nonce,
    @Nullable String challenge,
    Ending ending,
    @Nullable String codeId,
    @Nullable String sessionId) {

  static Login of(
      @Nullable String state,
      @Nullable String nonce,
      @Nullable String challenge,
      AuthorizationDecision decision) {
    RelyingParty client = decision.client();
    String clientId = client == null ? null : client.clientId();
    if (decision instanceof CodeRedirect code) {
      return new Login(
          clientId,
          code.request().state(),
          code.request().nonce(),
          value(code.request().challenge()),
          code.silent() ? Ending.SILENT_CODE : Ending.CODE,
          code.codeId(),
          code.session().id());
    }
    if (decision instanceof LoginPage page) {
      return new Login(
          clientId,
          page.request().state(),
          page.request().nonce(),
          value(page.request().challenge()),
          Ending.PAGE,
          null,
          null);
    }
    if (decision instanceof ErrorRedirect redirect) {
      String given = redirect.to().parameters().get("state");
      return new Login(
          clientId, given == null ? state : given, nonce, challenge, Ending.ERROR, null, null);
    }
    if (decision instanceof ErrorPage) {
      return new Login(clientId, state, nonce, challenge, Ending.REFUSED, null, null);
    }
    throw new IllegalStateException("unknown decision " + decision.getClass());
  }

  private static @Nullable String value(@Nullable CodeChallenge challenge) {
    return challenge == null ? null : challenge.value();
  }
}
