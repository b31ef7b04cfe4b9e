package fr.socle.psc.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

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
        error == null ? success(outcome) : refused(error),
        Transactions.USERINFO,
        new UserinfoMessage(places, query, outcome),
        view.asMap(),
        Answers.refusal(error));
  }

  private static Answer success(UserinfoOutcome outcome) {
    Answer whole = whole(outcome);
    return switch (outcome.spoilt()) {
      case NOT -> whole;
      case TRUNCATED ->
          new Answer(
              whole.status(),
              whole.headers(),
              Arrays.copyOf(whole.body(), whole.body().length / 2));
      case HTML ->
          Answer.text(502, "text/html;charset=UTF-8", "<html><h1>502 Bad Gateway</h1></html>");
      case LATIN1 ->
          Answers.secret(
              "application/json;charset=ISO-8859-1",
              new String(whole.body(), UTF_8).getBytes(ISO_8859_1));
    };
  }

  // OpenID Connect Core 5.3.2
  private static Answer whole(UserinfoOutcome outcome) {
    return outcome.jwt() == null
        ? Answers.secretJson(200, outcome.claims())
        : Answers.secret("application/jwt", outcome.jwt().getBytes(US_ASCII));
  }

  private static Answer refused(OidcError error) {
    return error.status() >= 500
        ? Answers.error(error)
        : Challenges.bearer(Answers.error(error), error);
  }
}
