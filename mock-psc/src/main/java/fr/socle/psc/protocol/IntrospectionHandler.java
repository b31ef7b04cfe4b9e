package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.IntrospectionDesk;
import fr.socle.psc.service.OidcError;
import java.util.Map;

/** The introspection endpoint (psc.md 2.5) and the revocation endpoint (RFC 7009) on the wire. */
final class IntrospectionHandler {
  private final IntrospectionDesk desk;

  IntrospectionHandler(IntrospectionDesk desk) {
    this.desk = desk;
  }

  Served introspect(IncomingRequest request, FaultPlan faults) {
    Asked form = Reading.form(request);
    ClientProof proof = Reading.proof(request, form);
    IntrospectionDesk.Outcome outcome = desk.introspect(form, proof);
    OidcError error = outcome.error();
    Answer answer =
        error == null
            ? Answers.secretJson(200, outcome.body())
            : Challenges.basic(Answers.error(error));
    Map<String, Object> view =
        view(form, proof).put("reponse", outcome.body().isEmpty() ? null : outcome.body()).asMap();
    return served(request, Transactions.INTROSPECT, form, proof, outcome, answer, view);
  }

  Served revoke(IncomingRequest request, FaultPlan faults) {
    Asked form = Reading.form(request);
    ClientProof proof = Reading.proof(request, form);
    IntrospectionDesk.Outcome outcome = desk.revoke(form, proof);
    OidcError error = outcome.error();
    Answer answer = error == null ? Answer.empty(200) : Challenges.basic(Answers.error(error));
    return served(
        request, Transactions.REVOKE, form, proof, outcome, answer, view(form, proof).asMap());
  }

  private static DecodedView view(Asked form, ClientProof proof) {
    return new DecodedView()
        .parameters(form)
        .proof(proof)
        .token("jeton", form.first("token").orElse(null));
  }

  private static Served served(
      IncomingRequest request,
      String transaction,
      Asked form,
      ClientProof proof,
      IntrospectionDesk.Outcome outcome,
      Answer answer,
      Map<String, Object> view) {
    IntrospectionMessage message =
        new IntrospectionMessage(
            form, Reading.query(request), Reading.isForm(request), proof, outcome);
    return new Served(answer, transaction, message, view, Answers.refusal(outcome.error()));
  }
}
