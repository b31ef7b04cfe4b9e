package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.IntrospectionDesk;

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
    Asked form,
    Asked query,
    boolean isForm,
    ClientProof proof,
    IntrospectionDesk.Outcome outcome) {}
