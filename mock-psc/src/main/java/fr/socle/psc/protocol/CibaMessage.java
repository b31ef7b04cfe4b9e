package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.ciba.CibaOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A login asked without browser and what became of the request.
 *
 * @param form parameters of the body
 * @param query parameters of the query, where there should be none
 * @param isForm whether the body is a form
 * @param proof what the client showed
 * @param outcome what was decided
 */
public record CibaMessage(
    Asked form, Asked query, boolean isForm, ClientProof proof, CibaOutcome outcome)
    implements ClientCall {

  @Override
  public @Nullable RelyingParty client() {
    return outcome.client();
  }

  @Override
  public @Nullable OidcError error() {
    return outcome.error();
  }
}
