package fr.socle.psc.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.AuthorizationDecision;
import fr.socle.psc.service.AuthorizationDecision.CodeRedirect;
import fr.socle.psc.service.AuthorizationDecision.ErrorPage;
import fr.socle.psc.service.AuthorizationDecision.ErrorRedirect;
import fr.socle.psc.service.AuthorizationDecision.LoginPage;
import fr.socle.psc.service.AuthorizationDecision.Redirect;
import fr.socle.psc.service.AuthorizationDesk;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.LoginScript.Behaviour;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.ProfessionalDirectory;
import fr.socle.psc.service.Session.Means;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The front of Pro Santé Connect on the wire: authorization requests and the login page. */
final class AuthorizationHandlers {
  private final AuthorizationDesk desk;
  private final ProfessionalDirectory professionals;
  private final SessionCookie cookie;
  private final Pages pages;

  AuthorizationHandlers(
      AuthorizationDesk desk,
      ProfessionalDirectory professionals,
      SessionCookie cookie,
      Pages pages) {
    this.desk = desk;
    this.professionals = professionals;
    this.cookie = cookie;
    this.pages = pages;
  }

  Served authorize(IncomingRequest request, FaultPlan faults) {
    Asked sent = Reading.queryOrForm(request);
    AuthorizationDesk.Answered answered = desk.authorize(sent, cookie.read(request), faults);
    AuthorizationDecision decision = answered.decision();
    Asked asked = answered.asked();
    AuthorizationMessage message = AuthorizationMessage.of(asked, decision);
    return new Served(
        answer(decision),
        Transactions.AUTHORIZE,
        message,
        view(asked, message.login()),
        refusal(decision));
  }

  Served login(IncomingRequest request, FaultPlan faults) {
    Asked form = Reading.form(request);
    AuthorizationDecision decision =
        desk.submit(
            form.first("ticket").orElse(""),
            behaviour(form),
            form.first("identifiant").or(() -> form.first("personne")).orElse(""),
            means(form),
            cookie.read(request),
            faults);
    Login login = Login.of(null, null, null, decision);
    return new Served(
        answer(decision),
        Transactions.LOGIN,
        new LoginMessage(login),
        view(form, login),
        refusal(decision));
  }

  private static Behaviour behaviour(Asked form) {
    return switch (form.first("action").orElse("accepter")) {
      case "refuser" -> Behaviour.REFUSER;
      case "abandonner" -> Behaviour.ABANDONNER;
      default -> Behaviour.ACCEPTER;
    };
  }

  private static Means means(Asked form) {
    return switch (form.first("moyen").orElse("e-cps")) {
      case "carte" -> Means.CARD;
      case "delegation" -> Means.DELEGATION;
      default -> Means.MOBILE;
    };
  }

  private Answer answer(AuthorizationDecision decision) {
    if (decision instanceof CodeRedirect code) {
      return cookie.set(code.twice() ? twice(code.to()) : redirect(code.to()), code.session());
    }
    if (decision instanceof ErrorRedirect error) {
      return redirect(error.to());
    }
    if (decision instanceof LoginPage page) {
      return loginPage(page);
    }
    if (decision instanceof ErrorPage page) {
      return errorPage(page.error());
    }
    throw new IllegalStateException("unknown decision " + decision.getClass());
  }

  private Answer loginPage(LoginPage page) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("client", page.request().client().clientId());
    values.put("ticket", page.ticket());
    String hint = page.request().idpHint();
    values.put("delegation", hint == null ? "" : hint);
    values.put("avis", page.notice() == null ? "" : page.notice());
    values.put("personnes", professionals.all().stream().map(LoginPerson::of).toList());
    return pages.page(200, "connexion", values);
  }

  private Answer errorPage(OidcError error) {
    return pages.page(
        error.status(),
        "erreur",
        Map.of("titre", "Connexion impossible", "raison", error.reason(), "code", told(error)));
  }

  private Answer redirect(Redirect to) {
    return switch (to.mode()) {
      case "form_post" ->
          pages.page(
              200,
              "retour",
              Map.of("adresse", to.address(), "parametres", hidden(to.parameters())));
      case "fragment" -> found(Redirects.inFragment(to.address(), to.parameters()));
      default -> found(Redirects.inQuery(to.address(), to.parameters()));
    };
  }

  private Answer twice(Redirect to) {
    return pages.page(
        200, "retour-double", Map.of("adresse", Redirects.inQuery(to.address(), to.parameters())));
  }

  private static List<Map<String, String>> hidden(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> Map.of("nom", entry.getKey(), "valeur", entry.getValue()))
        .toList();
  }

  private static Answer found(String location) {
    return Answer.empty(302).with("Location", location).with("Cache-Control", "no-store");
  }

  private static String told(OidcError error) {
    return error.description() == null ? error.error() : error.description();
  }

  private static Map<String, Object> view(Asked asked, Login login) {
    return new DecodedView()
        .parameters(asked)
        .put("client", login.clientId())
        .put("session", login.sessionId())
        .put("issue", label(login.ending()))
        .asMap();
  }

  private static String label(Ending ending) {
    return switch (ending) {
      case PAGE -> "page de connexion";
      case CODE -> "code après authentification";
      case SILENT_CODE -> "code sans nouvelle authentification";
      case ERROR -> "retour en erreur";
      case REFUSED -> "page d'erreur sans retour";
    };
  }

  private static @Nullable Refusal refusal(AuthorizationDecision decision) {
    if (decision instanceof ErrorPage page) {
      return Answers.refusal(page.error());
    }
    return decision instanceof ErrorRedirect redirect ? Answers.refusal(redirect.error()) : null;
  }
}
