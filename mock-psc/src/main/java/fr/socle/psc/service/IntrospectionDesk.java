package fr.socle.psc.service;

import fr.socle.psc.service.IssuedToken.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Introspection (psc.md 2.5) and revocation (RFC 7009). Thread-safe. */
public final class IntrospectionDesk {
  private final ClientGate gate;
  private final TokenLedger ledger;
  private final Sessions sessions;
  private final PscSettings settings;

  IntrospectionDesk(ClientGate gate, TokenLedger ledger, Sessions sessions, PscSettings settings) {
    this.gate = gate;
    this.ledger = ledger;
    this.sessions = sessions;
    this.settings = settings;
  }

  /**
   * What was decided and met.
   *
   * @param client caller, when known
   * @param token how the presented token stands, absent when none was
   * @param body members of a successful answer, in order
   * @param error the refusal
   */
  public record Outcome(
      @Nullable RelyingParty client,
      @Nullable PresentedToken token,
      Map<String, Object> body,
      @Nullable OidcError error) {

    /** Copies the map, order kept. */
    public Outcome {
      body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
  }

  /** Answers an introspection request. */
  public Outcome introspect(Asked asked, ClientProof proof) {
    ClientGate.Entry entry = gate.admit(proof);
    if (entry.error() != null) {
      // psc.md 1.6 (K): other words than at the token endpoint; RFC 7662 2.3 wants invalid_client
      String error = settings.strict() ? "invalid_request" : "invalid_client";
      return refused(
          entry.client(),
          new OidcError(401, error, "Authentication failed.", entry.error().reason()));
    }
    Optional<String> token = asked.first("token");
    if (token.isEmpty()) {
      return refused(
          entry.client(),
          OidcError.invalidRequest(
              "Token not provided.", "La requête n'a pas de paramètre token."));
    }
    PresentedToken presented = ledger.present(token.get());
    IssuedToken known = presented.token();
    boolean usable =
        presented.state() == PresentedToken.State.VALID
            || (presented.state() == PresentedToken.State.REPLACED && settings.refreshReuse());
    Map<String, Object> body =
        usable && known != null && known.kind() != Kind.ID
            ? active(known)
            : Map.of("active", false);
    return new Outcome(entry.client(), presented, body, null);
  }

  /** Answers a revocation request; an unknown token is not an error (RFC 7009 2.2). */
  public Outcome revoke(Asked asked, ClientProof proof) {
    ClientGate.Entry entry = gate.admit(proof);
    RelyingParty client = entry.client();
    if (entry.error() != null || client == null) {
      return new Outcome(client, null, Map.of(), entry.error());
    }
    Optional<String> token = asked.first("token");
    if (token.isEmpty()) {
      return refused(
          client,
          OidcError.invalidRequest("Token not provided", "La requête n'a pas de paramètre token."));
    }
    PresentedToken presented = ledger.present(token.get());
    IssuedToken known = presented.token();
    if (known != null && !known.clientId().equals(client.clientId())) {
      // RFC 7009 2.1: refused, and the client is told; words of Keycloak (K)
      return new Outcome(
          client,
          presented,
          Map.of(),
          new OidcError(
              400,
              "invalid_token",
              "Unmatching clients",
              "Ce jeton a été remis à un autre client : chacun ne révoque que les siens."));
    }
    if (known != null) {
      ledger.revoke(token.get());
      if (known.kind() == Kind.REFRESH) {
        sessions.end(known.sessionId(), Session.End.REVOKED, null); // as Keycloak does (K)
      }
    }
    return new Outcome(client, presented, Map.of(), null);
  }

  private static Map<String, Object> active(IssuedToken token) {
    Map<String, Object> body = new LinkedHashMap<>(token.claims());
    body.put("preferred_username", token.nationalId());
    body.put("scope", token.scope());
    body.put("client_id", token.clientId());
    body.put("username", token.nationalId());
    if (token.kind() == Kind.ACCESS) {
      body.put("SubjectNameID", token.nationalId()); // access tokens only (S: INTROSPECT-PAGE)
    }
    body.put("active", true);
    return body;
  }

  private static Outcome refused(@Nullable RelyingParty client, OidcError error) {
    return new Outcome(client, null, Map.of(), error);
  }
}
