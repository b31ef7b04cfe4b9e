package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientGate;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.RelyingParty;
import org.jspecify.annotations.Nullable;

/** A back channel request by which a client authenticates: token, introspection, revocation. */
public interface ClientCall {
  /** Parameters of the body. */
  Asked form();

  /** Parameters of the query, where there should be none. */
  Asked query();

  /** Whether the body is a form. */
  boolean isForm();

  /** What the client showed. */
  ClientProof proof();

  /** Client, when known, authenticated or not. */
  @Nullable RelyingParty client();

  /** The refusal, if any. */
  @Nullable OidcError error();

  /** Whether the client was not let in, for a reason of its own. */
  default boolean refusedAsClient() {
    OidcError error = error();
    return error != null && error.status() == 401 && !ClientGate.ON_DEMAND.equals(error);
  }
}
