package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.TokenDesk;
import fr.socle.psc.service.TokenOutcome;
import org.jspecify.annotations.Nullable;

/** The token endpoint on the wire. */
final class TokenHandler implements Handler {
  private final TokenDesk desk;

  TokenHandler(TokenDesk desk) {
    this.desk = desk;
  }

  @Override
  public Served handle(IncomingRequest request, FaultPlan faults) {
    Asked form = Reading.form(request);
    ClientProof proof = Reading.proof(request, form);
    TokenOutcome outcome = desk.answer(form, proof, faults);
    OidcError error = outcome.error();
    Answer answer = error == null ? Answers.secretJson(200, outcome.body()) : refused(error);
    DecodedView view =
        new DecodedView()
            .parameters(form)
            .proof(proof)
            .token("id_token", text(outcome, "id_token"))
            .token("access_token", text(outcome, "access_token"))
            .put("demandeCiba", ciba(outcome));
    return new Served(
        answer,
        Transactions.TOKEN,
        new TokenMessage(form, Reading.query(request), Reading.isForm(request), proof, outcome),
        view.asMap(),
        Answers.refusal(error));
  }

  // psc.md 1.6: a service that is down answers without a body of its own
  private static Answer refused(OidcError error) {
    return error.status() >= 500
        ? Answer.empty(error.status())
        : Challenges.basic(Answers.error(error));
  }

  private static @Nullable String ciba(TokenOutcome outcome) {
    return outcome.authReqId() == null ? null : outcome.authReqId().requestId();
  }

  private static @Nullable String text(TokenOutcome outcome, String member) {
    return outcome.body().get(member) instanceof String value ? value : null;
  }
}
