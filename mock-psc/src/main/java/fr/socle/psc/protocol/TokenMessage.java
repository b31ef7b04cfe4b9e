package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.AuthorizationCode;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.PresentedAuthReqId;
import fr.socle.psc.service.PresentedCode;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.TokenOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A token request and what became of it.
 *
 * @param form parameters of the body
 * @param query parameters of the query, where there should be none
 * @param isForm whether the body is a form
 * @param proof what the client showed
 * @param outcome what was decided and met
 */
public record TokenMessage(
    Asked form, Asked query, boolean isForm, ClientProof proof, TokenOutcome outcome)
    implements ClientCall {

  /** Whether tokens were asked with this grant. */
  public boolean hasGrant(String grant) {
    return form.first("grant_type").filter(grant::equals).isPresent();
  }

  /** Whether tokens were given. */
  public boolean succeeded() {
    return outcome.error() == null;
  }

  /**
   * Identifier of the login that the request collects the first tokens of: that of its code or of
   * its CIBA request; absent for a refresh.
   */
  public @Nullable String loginId() {
    PresentedCode presented = outcome.code();
    AuthorizationCode code = presented == null ? null : presented.code();
    if (code != null) {
      return code.id();
    }
    PresentedAuthReqId authReqId = outcome.authReqId();
    return authReqId == null ? null : authReqId.requestId();
  }

  @Override
  public @Nullable RelyingParty client() {
    return outcome.client();
  }

  @Override
  public @Nullable OidcError error() {
    return outcome.error();
  }
}
