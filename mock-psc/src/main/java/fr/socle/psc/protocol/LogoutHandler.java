package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.LogoutDecision;
import fr.socle.psc.service.LogoutDesk;
import fr.socle.psc.service.OidcError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end-session endpoint on the wire: GET of a browser, POST of a server (psc.md 2.4). */
final class LogoutHandler implements Handler {
  private final LogoutDesk desk;
  private final SessionCookie cookie;
  private final Pages pages;

  LogoutHandler(LogoutDesk desk, SessionCookie cookie, Pages pages) {
    this.desk = desk;
    this.cookie = cookie;
    this.pages = pages;
  }

  @Override
  public Served handle(IncomingRequest request, FaultPlan faults) {
    Asked asked = Reading.queryOrForm(request);
    LogoutDecision decision = desk.answer(asked, cookie.read(request));
    DecodedView view =
        new DecodedView()
            .parameters(asked)
            .token("id_token_hint", asked.first("id_token_hint").orElse(null))
            .put("session", decision.sessionId());
    return new Served(
        answer(decision),
        Transactions.LOGOUT,
        new LogoutMessage(asked, decision),
        view.asMap(),
        Answers.refusal(decision.error()));
  }

  private Answer answer(LogoutDecision decision) {
    return switch (decision.outcome()) {
      case RETURNED -> cookie.erase(back(decision));
      case ENDED -> cookie.erase(pages.page(200, "deconnecte", Map.of()));
      case ASKS ->
          pages.page(200, "deconnexion", Map.of("ticket", String.valueOf(decision.ticket())));
      case REFUSED -> refused(decision.error());
    };
  }

  private Answer refused(@Nullable OidcError error) {
    if (error == null) {
      throw new IllegalStateException("a refusal has an error");
    }
    return pages.page(
        error.status(),
        "erreur",
        Map.of(
            "titre",
            "Déconnexion impossible",
            "raison",
            error.reason(),
            "code",
            String.valueOf(error.description())));
  }

  private static Answer back(LogoutDecision decision) {
    String address = String.valueOf(decision.returnTo());
    String state = decision.state();
    Map<String, String> parameters = state == null ? Map.of() : Map.of("state", state);
    return Answer.empty(302)
        .with("Location", Redirects.inQuery(address, parameters))
        .with("Cache-Control", "no-store");
  }
}
