package fr.socle.psc.exchange.protocol;

import fr.socle.psc.exchange.service.ApiIntrospectionDesk;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;

/**
 * An introspection of an API token and what became of it.
 *
 * @param form parameters of the body
 * @param proof what the caller showed
 * @param outcome what was decided and met
 */
public record ApiIntrospectionMessage(
    Asked form, ClientProof proof, ApiIntrospectionDesk.Outcome outcome) {}
