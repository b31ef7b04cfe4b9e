package fr.socle.psc.exchange.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.exchange.service.ApiFaultPlan;
import fr.socle.psc.exchange.service.ApiIntrospectionDesk;
import fr.socle.psc.exchange.service.ExchangeOutcome;
import fr.socle.psc.exchange.service.ProtectedApi;
import fr.socle.psc.exchange.service.TokenExchangeDesk;
import fr.socle.psc.protocol.Answers;
import fr.socle.psc.protocol.DecodedView;
import fr.socle.psc.protocol.Reading;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.OidcError;

/** The token and introspection endpoints of the authorization servers on the wire. */
final class TokenExchangeHandler {
  private final TokenExchangeDesk exchange;
  private final ApiIntrospectionDesk introspection;

  TokenExchangeHandler(TokenExchangeDesk exchange, ApiIntrospectionDesk introspection) {
    this.exchange = exchange;
    this.introspection = introspection;
  }

  Served token(ProtectedApi api, IncomingRequest request, ApiFaultPlan faults) {
    Asked form = Reading.form(request);
    ClientProof proof = Reading.proof(request, form);
    ExchangeOutcome outcome = exchange.answer(api, form, proof, faults);
    OidcError error = outcome.error();
    Answer answer =
        error == null
            // The two words of psc.md 2.6, in this order
            ? Answers.json(200, outcome.body()).with("Cache-Control", "no-cache, no-store")
            : Answers.error(error);
    DecodedView view =
        new DecodedView()
            .put("api", api.name())
            .parameters(form)
            .proof(proof)
            .token("subject_token", form.first("subject_token").orElse(null))
            .token("actor_token", form.first("actor_token").orElse(null));
    if (outcome.subject() != null) {
      view.put("introspection", outcome.subject().state().name());
    }
    if (outcome.body().get("access_token") instanceof String value) {
      view.token("access_token", value).put("scope", outcome.body().get("scope"));
    }
    return new Served(
        answer,
        ApiTransactions.TOKEN,
        new ExchangeMessage(form, Reading.query(request), Reading.isForm(request), proof, outcome),
        view.asMap(),
        Answers.refusal(error));
  }

  Served introspect(ProtectedApi api, IncomingRequest request) {
    Asked form = Reading.form(request);
    ClientProof proof = Reading.proof(request, form);
    ApiIntrospectionDesk.Outcome outcome = introspection.introspect(api, form, proof);
    OidcError error = outcome.error();
    return new Served(
        error == null ? Answers.secretJson(200, outcome.body()) : Answers.error(error),
        ApiTransactions.INTROSPECT,
        new ApiIntrospectionMessage(form, proof, outcome),
        new DecodedView()
            .put("api", api.name())
            .parameters(form)
            .proof(proof)
            .put("reponse", outcome.body().isEmpty() ? null : outcome.body())
            .asMap(),
        Answers.refusal(error));
  }
}
