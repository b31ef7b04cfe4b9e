package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.ciba.CibaDesk;
import fr.socle.psc.service.ciba.CibaOutcome;
import fr.socle.psc.service.ciba.CibaRequest;

/** The backchannel authentication endpoint on the wire (psc.md 2.2). */
final class CibaHandler implements Handler {
  private final CibaDesk desk;

  CibaHandler(CibaDesk desk) {
    this.desk = desk;
  }

  @Override
  public Served handle(IncomingRequest request, FaultPlan faults) {
    Asked form = Reading.form(request);
    ClientProof proof = Reading.proof(request, form);
    CibaOutcome outcome = desk.answer(form, proof, faults);
    OidcError error = outcome.error();
    Answer answer =
        error == null
            ? Answers.secretJson(200, outcome.body())
            : Challenges.basic(Answers.error(error));
    return new Served(
        answer,
        Transactions.CIBA,
        new CibaMessage(form, Reading.query(request), Reading.isForm(request), proof, outcome),
        view(form, proof, outcome).asMap(),
        Answers.refusal(error));
  }

  private static DecodedView view(Asked form, ClientProof proof, CibaOutcome outcome) {
    DecodedView view = new DecodedView().parameters(form).proof(proof);
    CibaRequest request = outcome.request();
    return request == null
        ? view
        : view.put("demandeCiba", request.id())
            .put("canal", request.channel().name())
            .secret("auth_req_id", outcome.body().get("auth_req_id"))
            .put("expires_in", outcome.body().get("expires_in"))
            .put("interval", outcome.body().get("interval"));
  }
}
