package fr.socle.psc.service.ciba;

import fr.socle.bench.world.Professional;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.Grant;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.PresentedAuthReqId;
import fr.socle.psc.service.PresentedAuthReqId.State;
import fr.socle.psc.service.ProfessionalDirectory;
import fr.socle.psc.service.PscFault;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.Session;
import fr.socle.psc.service.Sessions;
import fr.socle.psc.service.TokenDesk;
import fr.socle.psc.service.TokenOutcome;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens against an {@code auth_req_id}: the client polls (psc.md 1.6, 2.2). Thread-safe. */
public final class CibaGrant implements Grant {
  /** The grant type. */
  public static final String TYPE = "urn:openid:params:grant-type:ciba";

  private final TokenDesk tokens;
  private final Sessions sessions;
  private final ProfessionalDirectory professionals;
  private final AuthReqIds authReqIds;
  private final PendingRequests pending;

  CibaGrant(
      TokenDesk tokens,
      Sessions sessions,
      ProfessionalDirectory professionals,
      AuthReqIds authReqIds,
      PendingRequests pending) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.professionals = professionals;
    this.authReqIds = authReqIds;
    this.pending = pending;
  }

  @Override
  public TokenOutcome answer(
      Asked asked, RelyingParty client, ClientProof proof, FaultPlan faults) {
    if (!client.ciba()) {
      return TokenOutcome.refused(client, CibaRules.notActivated(client));
    }
    Optional<String> value = asked.first("auth_req_id");
    if (value.isEmpty()) {
      return TokenOutcome.ofCiba(
          client,
          Map.of(),
          new OidcError(
              400,
              "invalid_request",
              "Missing parameter: auth_req_id",
              "La requête n'a pas d'auth_req_id."),
          new PresentedAuthReqId(State.ABSENT, null, false, null));
    }
    Optional<String> id = authReqIds.requestOf(value.get());
    Optional<Map<String, String>> outage = faults.take(PscFault.CIBA_POLL_5XX);
    if (outage.isPresent()) {
      return TokenOutcome.ofCiba(
          client,
          Map.of(),
          outage(outage.get()),
          new PresentedAuthReqId(State.PENDING, id.orElse(null), false, null));
    }
    PresentedAuthReqId presented =
        id.isPresent()
            ? pending.poll(id.get(), client.clientId(), faults)
            : new PresentedAuthReqId(State.UNKNOWN, null, pending.begins(value.get()), null);
    return presented.state() == State.ACCEPTED
        ? accepted(presented, client, proof, faults)
        : TokenOutcome.ofCiba(client, Map.of(), refusal(presented), presented);
  }

  private TokenOutcome accepted(
      PresentedAuthReqId presented, RelyingParty client, ClientProof proof, FaultPlan faults) {
    String id = String.valueOf(presented.requestId());
    CibaRequest request = pending.find(id).orElseThrow();
    Optional<Professional> asked =
        professionals.find(request.nationalId()).filter(one -> !one.revoked());
    if (asked.isEmpty() || faults.strikes(PscFault.CIBA_UTILISATEUR_DESACTIVE)) {
      pending.close(id);
      return TokenOutcome.ofCiba(client, Map.of(), disabled(request), presented);
    }
    if (!pending.use(id)) {
      PresentedAuthReqId used = new PresentedAuthReqId(State.USED, id, false, presented.pace());
      return TokenOutcome.ofCiba(client, Map.of(), refusal(used), used);
    }
    Professional who = stranger(asked.get(), faults).orElse(asked.get());
    Session session = sessions.startWithoutBrowser(who.nationalId().value(), request.channel());
    Map<String, Object> body =
        tokens
            .firstTokens(id, session.id(), client, request.scope(), proof, faults)
            .orElse(Map.of());
    return TokenOutcome.ofCiba(client, body, body.isEmpty() ? disabled(request) : null, presented);
  }

  /** Somebody else than the one asked for, when the fault is armed. */
  private Optional<Professional> stranger(Professional asked, FaultPlan faults) {
    return faults
        .take(PscFault.CIBA_AUTRE_PERSONNE)
        .flatMap(
            how -> {
              String chosen = how.get("identifiant");
              return chosen != null
                  ? professionals.find(chosen)
                  : professionals.all().stream()
                      .filter(one -> !one.revoked() && !one.nationalId().equals(asked.nationalId()))
                      .findFirst();
            });
  }

  private static @Nullable OidcError refusal(PresentedAuthReqId presented) {
    return switch (presented.state()) {
      case PENDING ->
          refused(
              "authorization_pending",
              "The authorization request is still pending as the end-user hasn't yet been"
                  + " authenticated.",
              "La personne n'a pas encore répondu : interrogez de nouveau après l'intervalle.");
      case TOO_EARLY ->
          refused(
              "slow_down",
              "too early to access",
              "L'interrogation vient avant la fin de l'intervalle : attendez cinq secondes de plus"
                  + " à chaque fois.");
      case EXPIRED ->
          refused(
              "expired_token",
              "authentication timed out",
              "La demande a expiré : faites-en une nouvelle si la personne le veut.");
      case DENIED ->
          refused("access_denied", "not authorized", "La personne a refusé la connexion.");
      case OTHER_CLIENT ->
          refused(
              "invalid_grant",
              "unauthorized client",
              "L'auth_req_id a été remis à un autre client.");
      case USED ->
          unknown("Les jetons de cette demande ont déjà été remis : ne la présentez plus.");
      case FORGOTTEN -> unknown("La demande a expiré depuis longtemps.");
      case UNKNOWN ->
          unknown(
              presented.truncated()
                  ? "L'auth_req_id est tronqué : gardez-le entier."
                  : "Cet auth_req_id n'a pas été remis par Pro Santé Connect.");
      case ABSENT, ACCEPTED -> null;
    };
  }

  private static OidcError unknown(String reason) {
    return refused("invalid_grant", "Invalid Auth Req ID", reason);
  }

  private static OidcError disabled(CibaRequest request) {
    return refused(
        "invalid_grant",
        "User disabled",
        "Le professionnel « " + request.nationalId() + " » n'est plus autorisé à se connecter.");
  }

  private static OidcError outage(Map<String, String> how) {
    return new OidcError(
        Numbers.of(PscFault.CIBA_POLL_5XX, how, "code", 503),
        "server_error",
        null,
        "Pro Santé Connect est en panne (panne armée).");
  }

  private static OidcError refused(String error, String description, String reason) {
    return new OidcError(400, error, description, reason);
  }
}
