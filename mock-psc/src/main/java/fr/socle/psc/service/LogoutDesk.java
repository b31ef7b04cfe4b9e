package fr.socle.psc.service;

import fr.socle.psc.service.IssuedToken.Kind;
import fr.socle.psc.service.LogoutDecision.Hint;
import fr.socle.psc.service.LogoutDecision.Outcome;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logout asked by a relying party or by the user (psc.md 2.4). Thread-safe. */
public final class LogoutDesk {
  private static final int PAGES_KEPT = 1_000;

  private final RelyingParties clients;
  private final Sessions sessions;
  private final SessionClosing closing;
  private final TokenLedger ledger;
  private final Unguessable unguessable;
  private final Map<String, Asked> pages = new BoundedMap<>(PAGES_KEPT);

  LogoutDesk(
      RelyingParties clients,
      Sessions sessions,
      SessionClosing closing,
      TokenLedger ledger,
      Unguessable unguessable) {
    this.clients = clients;
    this.sessions = sessions;
    this.closing = closing;
    this.ledger = ledger;
    this.unguessable = unguessable;
  }

  /**
   * Answers an end-session request.
   *
   * @param cookie session cookie of the browser
   */
  public LogoutDecision answer(Asked asked, @Nullable String cookie, FaultPlan faults) {
    Optional<String> ticket = asked.first("session_code");
    if (ticket.isPresent()) {
      return confirmed(ticket.get(), cookie, faults);
    }
    Optional<String> hint = asked.first("id_token_hint");
    if (hint.isEmpty()) {
      return withoutHint(asked);
    }
    PresentedToken presented = ledger.present(hint.get());
    IssuedToken token = presented.token();
    if (token == null || token.kind() != Kind.ID) {
      boolean unsigned = presented.state() == PresentedToken.State.UNSIGNED;
      return refused(
          unsigned ? Hint.UNSIGNED : Hint.FOREIGN,
          null,
          "Invalid parameter: id_token_hint",
          unsigned
              ? "L'id_token_hint annonce alg=none : il est refusé."
              : "L'id_token_hint n'est pas un jeton d'identité remis par Pro Santé Connect.");
    }
    OidcError onDemand = onDemand(asked, faults);
    RelyingParty client = clients.find(token.clientId()).orElse(null);
    if (onDemand != null) {
      return refused(Hint.GOOD, client, onDemand);
    }
    boolean otherClient =
        asked.first("client_id").filter(id -> !id.equals(token.clientId())).isPresent();
    if (client == null || otherClient) {
      return refused(
          Hint.FOREIGN,
          client,
          "Invalid parameter: id_token_hint",
          "L'id_token_hint a été remis à un autre client que celui qui demande la"
              + " déconnexion.");
    }
    return end(asked, client, token.sessionId(), Hint.GOOD, faults);
  }

  /** Forgets the pages that are open. */
  void reset() {
    synchronized (pages) {
      pages.clear();
    }
  }

  private LogoutDecision end(
      Asked asked, RelyingParty client, String sessionId, Hint hint, FaultPlan faults) {
    Optional<String> returnTo = asked.first("post_logout_redirect_uri");
    if (returnTo.isPresent() && !client.returnsTo(returnTo.get())) {
      return refused(
          hint,
          client,
          "Invalid redirect uri",
          "L'adresse de retour « "
              + returnTo.get()
              + " » n'est pas déclarée pour la déconnexion du client « "
              + client.clientId()
              + " ».");
    }
    ClosedSession closed = closing.byLogout(sessionId, client.clientId(), faults);
    return new LogoutDecision(
        returnTo.isPresent() ? Outcome.RETURNED : Outcome.ENDED,
        hint,
        client,
        sessionId,
        returnTo.orElse(null),
        asked.first("state").orElse(null),
        null,
        closed,
        null);
  }

  // psc.md 2.4: Keycloak asks the user to confirm (K)
  private LogoutDecision withoutHint(Asked asked) {
    Optional<RelyingParty> client = asked.first("client_id").flatMap(clients::find);
    Optional<String> returnTo = asked.first("post_logout_redirect_uri");
    boolean declared =
        returnTo.isEmpty() || client.filter(party -> party.returnsTo(returnTo.get())).isPresent();
    if (!declared) {
      return refused(
          Hint.ABSENT,
          client.orElse(null),
          "Either the parameter 'client_id' or the parameter 'id_token_hint' is required when"
              + " 'post_logout_redirect_uri' is used.",
          "Une adresse de retour sans id_token_hint ne dit pas pour quel client elle est"
              + " déclarée : envoyez l'id_token_hint.");
    }
    String ticket = unguessable.secret();
    synchronized (pages) {
      pages.put(ticket, asked);
    }
    return new LogoutDecision(
        Outcome.ASKS,
        Hint.ABSENT,
        client.orElse(null),
        null,
        null,
        null,
        ticket,
        ClosedSession.nothing(),
        null);
  }

  private LogoutDecision confirmed(String ticket, @Nullable String cookie, FaultPlan faults) {
    Asked asked;
    synchronized (pages) {
      asked = pages.remove(ticket);
    }
    if (asked == null) {
      return refused(
          Hint.ABSENT,
          null,
          "Page has expired",
          "Cette page de déconnexion n'existe plus : recommencez.");
    }
    RelyingParty client = asked.first("client_id").flatMap(clients::find).orElse(null);
    Optional<Session> session = Optional.ofNullable(cookie).flatMap(sessions::ofCookie);
    String by = client == null ? null : client.clientId();
    ClosedSession closed =
        session
            .map(open -> closing.byLogout(open.id(), by, faults))
            .orElseGet(ClosedSession::nothing);
    String returnTo = asked.first("post_logout_redirect_uri").orElse(null);
    return new LogoutDecision(
        returnTo == null ? Outcome.ENDED : Outcome.RETURNED,
        Hint.ABSENT,
        client,
        session.map(Session::id).orElse(null),
        returnTo,
        asked.first("state").orElse(null),
        null,
        closed,
        null);
  }

  // psc.md 2.4: a stale or foreign hint gives an error page (K)
  private static @Nullable OidcError onDemand(Asked asked, FaultPlan faults) {
    if (faults.strikes(PscFault.DECONNEXION_HINT_EXPIRE)) {
      return OidcError.invalidRequest(
          "Invalid parameter: id_token_hint",
          "L'id_token_hint est refusé comme expiré (panne armée).");
    }
    if (faults.strikes(PscFault.DECONNEXION_HINT_ETRANGER)) {
      return OidcError.invalidRequest(
          "Invalid parameter: id_token_hint",
          "L'id_token_hint est refusé comme celui d'un autre client (panne armée).");
    }
    return asked.first("post_logout_redirect_uri").isPresent()
            && faults.strikes(PscFault.DECONNEXION_RETOUR_REFUSE)
        ? OidcError.invalidRequest(
            "Invalid redirect uri",
            "L'adresse de retour est refusée comme non déclarée (panne armée).")
        : null;
  }

  private static LogoutDecision refused(
      Hint hint, @Nullable RelyingParty client, String description, String reason) {
    return refused(hint, client, OidcError.invalidRequest(description, reason));
  }

  private static LogoutDecision refused(Hint hint, @Nullable RelyingParty client, OidcError error) {
    return new LogoutDecision(
        Outcome.REFUSED, hint, client, null, null, null, null, ClosedSession.nothing(), error);
  }
}
