package fr.socle.psc.service;

import fr.socle.bench.world.Professional;
import fr.socle.psc.service.AuthorizationDecision.ErrorPage;
import fr.socle.psc.service.AuthorizationDecision.LoginPage;
import fr.socle.psc.service.Session.Means;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The front of Pro Santé Connect: who may ask for a login, and how it ends. Thread-safe. */
public final class AuthorizationDesk {
  private static final String REFUSED =
      "La connexion a été refusée : recommencez, ou abandonnez-la.";

  private final PscSettings settings;
  private final SpaceTime time;
  private final AuthorizationRules rules;
  private final ProfessionalDirectory professionals;
  private final Sessions sessions;
  private final TokenLedger ledger;
  private final LoginScript script;
  private final LoginPages pages;
  private final LoginReturn back;

  AuthorizationDesk(
      String issuer,
      PscSettings settings,
      SpaceTime time,
      Unguessable unguessable,
      RelyingParties clients,
      ProfessionalDirectory professionals,
      Sessions sessions,
      Codes codes,
      TokenLedger ledger,
      LoginScript script,
      ClaimsWanted wanted,
      RequestObjectIntake requestObjects) {
    this.settings = settings;
    this.time = time;
    this.rules =
        new AuthorizationRules(clients, settings, new RequestObjects(issuer, time, requestObjects));
    this.professionals = professionals;
    this.sessions = sessions;
    this.ledger = ledger;
    this.script = script;
    this.pages = new LoginPages(settings, time, unguessable);
    this.back = new LoginReturn(issuer, settings, time, unguessable, codes, wanted);
  }

  /**
   * An answer and what was asked.
   *
   * @param asked parameters as they count, those of a request object in front
   * @param decision the answer
   */
  public record Answered(Asked asked, AuthorizationDecision decision) {}

  /**
   * Answers an authorization request.
   *
   * @param cookie session cookie of the browser
   */
  public Answered authorize(Asked sent, @Nullable String cookie, FaultPlan faults) {
    RequestObjects.Read read = rules.read(sent);
    return new Answered(read.asked(), decide(read, cookie, faults));
  }

  private AuthorizationDecision decide(
      RequestObjects.Read read, @Nullable String cookie, FaultPlan faults) {
    AuthorizationRules.Ruling ruling = rules.rule(read);
    AuthorizationRequest request = ruling.request();
    if (request != null) {
      return carryOut(request, cookie, faults);
    }
    OidcError error = ruling.error();
    if (error == null) {
      throw new IllegalStateException("a ruling without request has an error");
    }
    if (ruling.client() == null || ruling.redirectUri() == null) {
      return new ErrorPage(ruling.client(), error);
    }
    return back.withError(
        ruling.client(),
        ruling.redirectUri(),
        ruling.responseMode(),
        read.asked().first("state").orElse(null),
        error);
  }

  /**
   * Answers the form of a login page.
   *
   * @param ticket ticket of the page
   * @param behaviour what the person chose
   * @param nationalId who the person says to be
   * @param means how the person authenticates
   */
  public AuthorizationDecision submit(
      String ticket,
      LoginScript.Behaviour behaviour,
      String nationalId,
      Means means,
      @Nullable String cookie,
      FaultPlan faults) {
    LoginPages.OpenPage page = pages.find(ticket);
    if (page == null) {
      return gone();
    }
    AuthorizationRequest request = page.request();
    if (pages.tooLate(page) || behaviour == LoginScript.Behaviour.ABANDONNER) {
      return pages.claim(ticket) ? back.withError(request, LoginRefusals.tooLong()) : gone();
    }
    if (behaviour == LoginScript.Behaviour.REFUSER) {
      if (settings.refusalStays()) {
        return new LoginPage(request, ticket, REFUSED);
      }
      return pages.claim(ticket) ? back.withError(request, LoginRefusals.denied()) : gone();
    }
    Optional<Professional> who = professionals.find(nationalId.trim());
    if (who.isEmpty()) {
      return new LoginPage(
          request,
          ticket,
          "Aucun professionnel de cet espace n'a cet identifiant national : corrigez-le, ou"
              + " déclarez cette personne au banc.");
    }
    boolean locked = lockedOut(who.get(), means);
    if (who.get().revoked() || locked) {
      return new LoginPage(
          request,
          ticket,
          locked
              ? "L'e-CPS de cette personne est bloquée : connectez-la avec sa carte CPS."
              : "Cette personne n'est plus autorisée à se connecter : choisissez-en une autre.");
    }
    return pages.claim(ticket) ? login(request, who.get(), means, cookie, faults) : gone();
  }

  /** The relying party that an open login page is for. */
  Optional<String> clientOfPage(String ticket) {
    return Optional.ofNullable(pages.find(ticket)).map(page -> page.request().client().clientId());
  }

  /** Forgets the pages that are open and the logins there were. */
  void reset() {
    pages.reset();
    back.reset();
  }

  private AuthorizationDecision carryOut(
      AuthorizationRequest request, @Nullable String cookie, FaultPlan faults) {
    if (faults.strikes(PscFault.PAGE_ERREUR)) {
      return new ErrorPage(request.client(), LoginRefusals.pageOnDemand());
    }
    Optional<Map<String, String>> error = faults.take(PscFault.RETOUR_ERREUR);
    if (error.isPresent()) {
      return back.withError(request, LoginRefusals.onDemand(error.get()));
    }
    Optional<Session> open =
        Optional.ofNullable(cookie)
            .flatMap(sessions::ofCookie)
            .filter(session -> !sessions.runsOut(session.id(), faults))
            .filter(session -> expects(request, session.nationalId()))
            .filter(session -> stillAllowed(session.nationalId()));
    boolean again =
        request.prompt().contains("login")
            || request.prompt().contains("select_account")
            || open.filter(session -> tooOld(session, request.maxAge())).isPresent();
    if (open.isPresent() && !again) {
      return code(request, open.get(), true, faults);
    }
    if (request.prompt().contains("none")) {
      return back.withError(request, LoginRefusals.silent());
    }
    Optional<LoginScript.Step> said = script.next();
    return said.isEmpty() ? open(request, null) : play(said.get(), request, cookie, faults);
  }

  private AuthorizationDecision play(
      LoginScript.Step step,
      AuthorizationRequest request,
      @Nullable String cookie,
      FaultPlan faults) {
    return switch (step.behaviour()) {
      case PERSONNE -> open(request, null);
      case REFUSER ->
          settings.refusalStays()
              ? open(request, REFUSED)
              : back.withError(request, LoginRefusals.denied());
      case ABANDONNER -> back.withError(request, LoginRefusals.tooLong());
      case ACCEPTER -> {
        Professional who = step.who();
        if (who == null) {
          throw new IllegalStateException("somebody logs in, but nobody was chosen");
        }
        if (!stillAllowed(who.nationalId().value())) {
          yield back.withError(request, LoginRefusals.denied());
        }
        // psc.md 1.4: the hint chooses the means (S: FI-TIERS, HOSPI)
        Means means = request.idpHint() == null ? Means.MOBILE : Means.DELEGATION;
        yield lockedOut(who, means)
            ? back.withError(request, LoginRefusals.tooLong())
            : login(request, who, means, cookie, faults);
      }
    };
  }

  // A locked e-CPS stops the application, not the card nor the local provider
  private static boolean lockedOut(Professional who, Means means) {
    return who.locked() && means == Means.MOBILE;
  }

  private AuthorizationDecision login(
      AuthorizationRequest request,
      Professional who,
      Means means,
      @Nullable String cookie,
      FaultPlan faults) {
    if (!expects(request, who.nationalId().value())) {
      return back.withError(request, LoginRefusals.somebodyElse());
    }
    Optional<Map<String, String>> error =
        faults
            .about(who.nationalId().value(), request.client().clientId())
            .take(PscFault.RETOUR_ERREUR);
    if (error.isPresent()) {
      return back.withError(request, LoginRefusals.onDemand(error.get()));
    }
    Optional<Session> same =
        Optional.ofNullable(cookie)
            .flatMap(sessions::ofCookie)
            .filter(session -> session.nationalId().equals(who.nationalId().value()));
    same.ifPresent(session -> sessions.authenticated(session.id()));
    Session session = same.orElseGet(() -> sessions.start(who.nationalId().value(), means));
    return code(request, session, false, faults);
  }

  private AuthorizationDecision code(
      AuthorizationRequest request, Session session, boolean silent, FaultPlan faults) {
    String clientId = request.client().clientId();
    sessions.seen(session.id(), clientId);
    return back.withCode(request, session, silent, faults.about(session.nationalId(), clientId));
  }

  /**
   * OpenID Connect Core 3.1.2.2: nobody else than the person of the id_token_hint gets in; 5.5.1:
   * nor another one than the subject asked for.
   */
  private boolean expects(AuthorizationRequest request, String nationalId) {
    String subject = request.claims().subject();
    if (subject != null && !subject.equals(TokenMint.subject(settings, nationalId))) {
      return false;
    }
    return Optional.ofNullable(request.idTokenHint())
        .map(ledger::present)
        .map(PresentedToken::token)
        .filter(token -> token.kind() == IssuedToken.Kind.ID)
        .filter(token -> !token.nationalId().equals(nationalId))
        .isEmpty();
  }

  // As it is now: who was chosen may have been revoked since
  private boolean stillAllowed(String nationalId) {
    return professionals.find(nationalId).filter(who -> !who.revoked()).isPresent();
  }

  private LoginPage open(AuthorizationRequest request, @Nullable String notice) {
    return new LoginPage(request, pages.open(request), notice);
  }

  private static AuthorizationDecision gone() {
    return new ErrorPage(null, LoginRefusals.gone());
  }

  private boolean tooOld(Session session, @Nullable Long maxAge) {
    return maxAge != null && session.authenticatedAt().plusSeconds(maxAge).isBefore(time.now());
  }
}
