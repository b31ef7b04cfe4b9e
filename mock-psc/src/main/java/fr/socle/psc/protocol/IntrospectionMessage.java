package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.IntrospectionDesk;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.RelyingParty;
import org.jspecify.annotations.Nullable;

/**
 * An introspection or a revocation and what became of it.
 *
 * @param form parameters of the body
 * @param query parameters of the query, where there should be none
 * @param isForm whether the body is a form
 * @param proof what the client showed
 * @param outcome what was decided and met
 */
public record IntrospectionMessage(
    Asked form, Asked query, boolean isForm, ClientProof proof, IntrospectionDesk.Outcome outcome)
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
