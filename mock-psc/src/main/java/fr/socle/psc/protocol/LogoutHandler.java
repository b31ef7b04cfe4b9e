package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.LogoutDecision;
import fr.socle.psc.service.LogoutDesk;
import fr.socle.psc.service.LogoutNotice;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.RelyingParty;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end-session endpoint on the wire: GET of a browser, POST of a server (psc.md 2.4). */
final class LogoutHandler implements Handler {
  // The browser waits meanwhile; whoever is slower is told all the same
  private static final Duration PATIENCE = Duration.ofSeconds(2);

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
    LogoutDecision decision = desk.answer(asked, cookie.read(request), faults);
    List<LogoutNotice> notices = decision.closed().await(PATIENCE);
    DecodedView view =
        new DecodedView()
            .parameters(asked)
            .token("id_token_hint", asked.first("id_token_hint").orElse(null))
            .put("session", decision.sessionId())
            .put("client", client(decision));
    if (!notices.isEmpty()) {
      view.put("prevenus", notices.stream().map(LogoutHandler::told).toList());
    }
    return new Served(
        answer(decision),
        Transactions.LOGOUT,
        new LogoutMessage(asked, decision, notices),
        view.asMap(),
        Answers.refusal(decision.error()));
  }

  private static @Nullable String client(LogoutDecision decision) {
    RelyingParty client = decision.client();
    return client == null ? null : client.clientId();
  }

  private Answer answer(LogoutDecision decision) {
    return switch (decision.outcome()) {
      case RETURNED, ENDED -> cookie.erase(ended(decision));
      case ASKS ->
          pages.page(
              200,
              "deconnexion",
              Map.of(
                  "ticket",
                  String.valueOf(decision.ticket()),
                  "autre",
                  decision.hint() == LogoutDecision.Hint.GOOD));
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

  private Answer ended(LogoutDecision decision) {
    String state = decision.state();
    Map<String, String> parameters = state == null ? Map.of() : Map.of("state", state);
    String returnTo = decision.returnTo();
    String location = returnTo == null ? "" : Redirects.inQuery(returnTo, parameters);
    if (!decision.closed().frames().isEmpty()) {
      List<String> frames =
          decision.closed().frames().stream()
              .map(frame -> Redirects.inQuery(frame.address(), frame.parameters()))
              .toList();
      return pages.page(200, "deconnexions", Map.of("cadres", frames, "retour", location));
    }
    return returnTo == null
        ? pages.page(200, "deconnecte", Map.of())
        : Answer.empty(302).with("Location", location).with("Cache-Control", "no-store");
  }

  private static Map<String, Object> told(LogoutNotice notice) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("client", notice.clientId());
    shown.put("adresse", notice.address());
    shown.put("issue", notice.status().label());
    if (notice.httpStatus() != null) {
      shown.put("statut", notice.httpStatus());
    }
    return shown;
  }
}
