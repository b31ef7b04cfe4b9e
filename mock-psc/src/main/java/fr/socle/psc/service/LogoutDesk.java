package fr.socle.psc.service;

import fr.socle.psc.service.IssuedToken.Kind;
import fr.socle.psc.service.LogoutDecision.Hint;
import fr.socle.psc.service.LogoutDecision.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Logout asked by a relying party or by the user (psc.md 2.4). Thread-safe. */
public final class LogoutDesk {
  private static final int PAGES_KEPT = 1_000;

  private final RelyingParties clients;
  private final Sessions sessions;
  private final SessionClosing closing;
  private final TokenLedger ledger;
  private final Unguessable unguessable;
  private final Map<String, Page> pages = new BoundedMap<>(PAGES_KEPT);

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
   * A page that asks the user.
   *
   * @param hinted session that the request named, absent when it named none
   */
  private record Page(Asked asked, @Nullable RelyingParty client, @Nullable String hinted) {}

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
              ? "L'id_token_hint annonce alg=none : envoyez l'id_token de la connexion, tel quel."
              : "L'id_token_hint n'est pas un jeton d'identité remis par Pro Santé Connect : gardez"
                  + " l'id_token de la connexion et renvoyez-le tel quel.");
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
              + " déconnexion : envoyez l'id_token et le client_id d'un même client.");
    }
    OidcError undeclared = returnRefused(asked, client);
    if (undeclared != null) {
      return refused(Hint.GOOD, client, undeclared);
    }
    // RP-Initiated Logout 1.0, 2: the hint is not of the session of this browser
    return sessionOf(cookie).filter(here -> !here.id().equals(token.sessionId())).isPresent()
        ? asks(Hint.GOOD, new Page(asked, client, token.sessionId()))
        : end(asked, client, token.sessionId(), faults);
  }

  /** Forgets the pages that are open. */
  void reset() {
    synchronized (pages) {
      pages.clear();
    }
  }

  private Optional<Session> sessionOf(@Nullable String cookie) {
    return Optional.ofNullable(cookie).flatMap(sessions::ofCookie);
  }

  private static @Nullable OidcError returnRefused(Asked asked, RelyingParty client) {
    return asked
        .first("post_logout_redirect_uri")
        .filter(address -> !client.returnsTo(address))
        .map(
            address ->
                OidcError.invalidRequest(
                    "Invalid redirect uri",
                    "L'adresse de retour « "
                        + address
                        + " » n'est pas déclarée pour la déconnexion du client « "
                        + client.clientId()
                        + " » : déclarez-la, ou renvoyez vers une adresse déclarée."))
        .orElse(null);
  }

  private LogoutDecision end(Asked asked, RelyingParty client, String sessionId, FaultPlan faults) {
    ClosedSession closed = closing.byLogout(List.of(sessionId), client.clientId(), faults);
    return ended(Hint.GOOD, asked, client, sessionId, closed);
  }

  private static LogoutDecision ended(
      Hint hint,
      Asked asked,
      @Nullable RelyingParty client,
      @Nullable String sessionId,
      ClosedSession closed) {
    String returnTo = asked.first("post_logout_redirect_uri").orElse(null);
    return new LogoutDecision(
        returnTo == null ? Outcome.ENDED : Outcome.RETURNED,
        hint,
        client,
        sessionId,
        returnTo,
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
    return asks(Hint.ABSENT, new Page(asked, client.orElse(null), null));
  }

  private LogoutDecision asks(Hint hint, Page page) {
    String ticket = unguessable.secret();
    synchronized (pages) {
      pages.put(ticket, page);
    }
    return new LogoutDecision(
        Outcome.ASKS, hint, page.client(), null, null, null, ticket, ClosedSession.nothing(), null);
  }

  private LogoutDecision confirmed(String ticket, @Nullable String cookie, FaultPlan faults) {
    Page page;
    synchronized (pages) {
      page = pages.remove(ticket);
    }
    if (page == null) {
      return refused(
          Hint.ABSENT,
          null,
          "Page has expired",
          "Cette page de déconnexion n'existe plus : recommencez.");
    }
    RelyingParty client = page.client();
    String by = client == null ? null : client.clientId();
    String here = sessionOf(cookie).map(Session::id).orElse(null);
    List<String> both = Stream.of(page.hinted(), here).flatMap(Stream::ofNullable).toList();
    ClosedSession closed = closing.byLogout(both, by, faults);
    return ended(Hint.ABSENT, page.asked(), client, here, closed);
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
