package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.protocol.UserinfoMessage.Place;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.UserinfoDesk;
import fr.socle.psc.service.UserinfoOutcome;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The userinfo endpoint on the wire: GET or POST, psc.md 3.4. */
final class UserinfoHandler implements Handler {
  private final UserinfoDesk desk;

  UserinfoHandler(UserinfoDesk desk) {
    this.desk = desk;
  }

  @Override
  public Served handle(IncomingRequest request, FaultPlan faults) {
    Asked form = Reading.form(request);
    Asked query = Reading.query(request);
    Set<Place> places = EnumSet.noneOf(Place.class);
    Optional<String> header = Reading.authorization(request, "Bearer");
    Optional<String> body = form.first("access_token");
    header.ifPresent(token -> places.add(Place.HEADER));
    body.ifPresent(token -> places.add(Place.BODY));
    query.first("access_token").ifPresent(token -> places.add(Place.QUERY));
    String token = header.or(() -> body).orElse(null);
    boolean twice = header.isPresent() && body.isPresent();
    UserinfoOutcome outcome =
        desk.answer(token, twice, Reading.thumbprint(request).orElse(null), faults);
    OidcError error = outcome.error();
    DecodedView view = new DecodedView().parameters(form).token("access_token", token);
    if (error == null) {
      view.put("userinfo", outcome.claims());
    }
    return new Served(
        error == null ? success(outcome) : Challenges.bearer(Answers.error(error), error),
        Transactions.USERINFO,
        new UserinfoMessage(places, query, outcome),
        view.asMap(),
        Answers.refusal(error));
  }

  private static Answer success(UserinfoOutcome outcome) {
    Answer whole = Answers.secretJson(200, outcome.claims());
    if (!outcome.truncated()) {
      return whole;
    }
    byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
    return new Answer(whole.status(), whole.headers(), half);
  }
}
