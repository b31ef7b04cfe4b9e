package fr.socle.psc.exchange.protocol;

import fr.socle.psc.exchange.service.Admission;
import fr.socle.psc.exchange.service.SessionSignatures.SessionData;
import fr.socle.psc.service.Asked;
import org.jspecify.annotations.Nullable;

/**
 * A call of an API Pro Santé Connectée and what became of it.
 *
 * @param api name of the API
 * @param query parameters of the query, where no token should be
 * @param certificate subject of the client certificate, absent without
 * @param admission what the API thought of its token
 * @param sessionData what a proxy said of a session, with the conformance API alone
 */
public record ApiCallMessage(
    String api,
    Asked query,
    @Nullable String certificate,
    Admission admission,
    @Nullable SessionData sessionData) {}
