package fr.socle.psc.exchange.protocol;

import fr.socle.psc.exchange.service.ExchangeOutcome;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;

/**
 * A token request to the authorization server of an API and what became of it.
 *
 * @param form parameters of the body
 * @param query parameters of the query, where there should be none
 * @param isForm whether the body is a form
 * @param proof what the caller showed
 * @param outcome what was decided and met
 */
public record ExchangeMessage(
    Asked form, Asked query, boolean isForm, ClientProof proof, ExchangeOutcome outcome) {
  /** RFC 8693 2.1. */
  public static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

  /** Whether it asks for a token exchange. */
  public boolean isExchange() {
    return form.first("grant_type").filter(GRANT::equals).isPresent();
  }

  /** Whether a token was issued. */
  public boolean succeeded() {
    return outcome.error() == null;
  }
}
