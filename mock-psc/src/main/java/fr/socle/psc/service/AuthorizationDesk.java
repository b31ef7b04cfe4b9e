package fr.socle.psc.service;

import fr.socle.bench.world.Professional;
import fr.socle.psc.service.AuthorizationDecision.CodeRedirect;
import fr.socle.psc.service.AuthorizationDecision.ErrorPage;
import fr.socle.psc.service.AuthorizationDecision.ErrorRedirect;
import fr.socle.psc.service.AuthorizationDecision.LoginPage;
import fr.socle.psc.service.AuthorizationDecision.Redirect;
import fr.socle.psc.service.Session.Means;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The front of Pro Santé Connect: who may ask for a login, and how it ends. Thread-safe. */
public final class AuthorizationDesk {
  private static final int PAGES_KEPT = 1_000;
  private static final String REFUSED =
      "La connexion a été refusée : recommencez, ou abandonnez-la.";
  private static final String OTHER_ISSUER = "https://autre-fournisseur.invalid/auth/realms/autre";

  private final String issuer;
  private final PscSettings settings;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final AuthorizationRules rules;
  private final ProfessionalDirectory professionals;
  private final Sessions sessions;
  private final Codes codes;
  private final TokenLedger ledger;
  private final LoginScript script;
  private final ClaimsWanted wanted;
  private final Map<String, OpenPage> pages = new BoundedMap<>(PAGES_KEPT);

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
      ClaimsWanted wanted) {
    this.issuer = issuer;
    this.settings = settings;
    this.time = time;
    this.unguessable = unguessable;
    this.rules = new AuthorizationRules(clients, settings);
    this.professionals = professionals;
    this.sessions = sessions;
    this.codes = codes;
    this.ledger = ledger;
    this.script = script;
    this.wanted = wanted;
  }

  private record OpenPage(AuthorizationRequest request, Instant openedAt) {}

  /**
   * Answers an authorization request.
   *
   * @param cookie session cookie of the browser
   */
  public AuthorizationDecision authorize(Asked asked, @Nullable String cookie, FaultPlan faults) {
    AuthorizationRules.Ruling ruling = rules.rule(asked);
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
    return errorRedirect(
        ruling.client(),
        ruling.redirectUri(),
        ruling.responseMode(),
        asked.first("state").orElse(null),
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
    OpenPage page = page(ticket);
    if (page == null) {
      return gone();
    }
    AuthorizationRequest request = page.request();
    boolean tooLate = !time.now().isBefore(page.openedAt().plus(settings.loginPage()));
    if (tooLate || behaviour == LoginScript.Behaviour.ABANDONNER) {
      return claim(ticket) ? errorRedirect(request, tooLong()) : gone();
    }
    if (behaviour == LoginScript.Behaviour.REFUSER) {
      if (settings.refusalStays()) {
        return new LoginPage(request, ticket, REFUSED);
      }
      return claim(ticket) ? errorRedirect(request, denied()) : gone();
    }
    Optional<Professional> who = professionals.find(nationalId.trim());
    if (who.isEmpty()) {
      return new LoginPage(
          request, ticket, "Aucun professionnel de cet espace n'a cet identifiant national.");
    }
    if (who.get().revoked() || who.get().locked()) {
      return new LoginPage(
          request,
          ticket,
          who.get().locked()
              ? "L'e-CPS de cette personne est bloquée : l'application ne répond pas."
              : "Cette personne n'est plus autorisée à se connecter.");
    }
    return claim(ticket) ? login(request, who.get(), means, cookie, faults) : gone();
  }

  /** Forgets the pages that are open. */
  void reset() {
    synchronized (pages) {
      pages.clear();
    }
  }

  private AuthorizationDecision carryOut(
      AuthorizationRequest request, @Nullable String cookie, FaultPlan faults) {
    Optional<Session> open =
        Optional.ofNullable(cookie)
            .flatMap(sessions::ofCookie)
            .filter(session -> expects(request, session.nationalId()));
    boolean again =
        request.prompt().contains("login")
            || request.prompt().contains("select_account")
            || open.filter(session -> tooOld(session, request.maxAge())).isPresent();
    if (open.isPresent() && !again) {
      return code(request, open.get(), true, faults);
    }
    if (request.prompt().contains("none")) {
      return errorRedirect(
          request,
          new OidcError(
              400,
              "login_required",
              null,
              "prompt=none sans session Pro Santé Connect ouverte : envoyez l'utilisateur à la"
                  + " page de connexion."));
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
          settings.refusalStays() ? open(request, REFUSED) : errorRedirect(request, denied());
      case ABANDONNER -> errorRedirect(request, tooLong());
      case ACCEPTER -> {
        Professional who = step.who();
        if (who == null) {
          throw new IllegalStateException("somebody logs in, but nobody was chosen");
        }
        if (who.revoked()) {
          yield errorRedirect(request, denied());
        }
        yield who.locked()
            ? errorRedirect(request, tooLong())
            : login(request, who, Means.MOBILE, cookie, faults);
      }
    };
  }

  private AuthorizationDecision login(
      AuthorizationRequest request,
      Professional who,
      Means means,
      @Nullable String cookie,
      FaultPlan faults) {
    if (!expects(request, who.nationalId().value())) {
      return errorRedirect(request, somebodyElse());
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
    AuthorizationCode code =
        new AuthorizationCode(
            unguessable.uuid(),
            unguessable.uuid() + "." + session.id() + "." + unguessable.uuid(),
            clientId,
            request.redirectUri(),
            session.id(),
            request.nonce(),
            request.scope(),
            request.challenge(),
            time.now());
    codes.add(code);
    wanted.put(code.id(), request.claims());
    sessions.seen(session.id(), clientId);
    Map<String, String> parameters = new LinkedHashMap<>();
    String state = request.state();
    if (state != null && !faults.strikes(PscFault.STATE_ABSENT)) {
      parameters.put("state", faults.strikes(PscFault.STATE_FAUX) ? unguessable.secret() : state);
    }
    parameters.put("session_state", session.id());
    parameters.put("iss", faults.strikes(PscFault.ISS_REPONSE_FAUX) ? OTHER_ISSUER : issuer);
    parameters.put("code", code.value());
    Redirect to = new Redirect(request.redirectUri(), request.responseMode(), parameters);
    return new CodeRedirect(request, to, session, code.id(), silent);
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

  private LoginPage open(AuthorizationRequest request, @Nullable String notice) {
    String ticket = unguessable.secret();
    synchronized (pages) {
      pages.put(ticket, new OpenPage(request, time.now()));
    }
    return new LoginPage(request, ticket, notice);
  }

  private @Nullable OpenPage page(String ticket) {
    synchronized (pages) {
      return pages.get(ticket);
    }
  }

  /** A page serves once, also when its form is sent twice at the same time. */
  private boolean claim(String ticket) {
    synchronized (pages) {
      return pages.remove(ticket) != null;
    }
  }

  private static AuthorizationDecision gone() {
    return new ErrorPage(
        null,
        OidcError.invalidRequest(
            "Page has expired",
            "Cette page de connexion n'existe plus : recommencez depuis le logiciel."));
  }

  private boolean tooOld(Session session, @Nullable Long maxAge) {
    return maxAge != null && session.authenticatedAt().plusSeconds(maxAge).isBefore(time.now());
  }

  private AuthorizationDecision errorRedirect(AuthorizationRequest request, OidcError error) {
    return errorRedirect(
        request.client(), request.redirectUri(), request.responseMode(), request.state(), error);
  }

  private AuthorizationDecision errorRedirect(
      RelyingParty client, String address, String mode, @Nullable String state, OidcError error) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", error.error());
    if (error.description() != null) {
      parameters.put("error_description", error.description());
    }
    if (state != null) {
      parameters.put("state", state);
    }
    parameters.put("iss", issuer); // RFC 9207 2: in error answers too
    return new ErrorRedirect(client, new Redirect(address, mode, parameters), error);
  }

  private static OidcError denied() {
    return new OidcError(
        400, "access_denied", null, "La personne a refusé ou annulé la connexion.");
  }

  private static OidcError somebodyElse() {
    return new OidcError(
        400,
        "login_required",
        null,
        "Une autre personne que celle de l'id_token_hint ou du paramètre claims s'est connectée :"
            + " désignez la personne attendue, ou personne.");
  }

  // psc.md 1.6 (K)
  private static OidcError tooLong() {
    return new OidcError(
        400,
        "temporarily_unavailable",
        "authentication_expired",
        "La page de connexion est restée ouverte trop longtemps.");
  }
}
