package fr.socle.psc.service;

import fr.socle.psc.service.AuthorizationDecision.CodeRedirect;
import fr.socle.psc.service.AuthorizationDecision.ErrorRedirect;
import fr.socle.psc.service.AuthorizationDecision.Redirect;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way back from the login page to the relying party, spoilt as the faults armed ask (psc.md 6,
 * item 6). Thread-safe.
 */
final class LoginReturn {
  private static final int CLIENTS_KEPT = 1_000;
  private static final String OTHER_ISSUER = "https://autre-fournisseur.invalid/auth/realms/autre";

  private final String issuer;
  private final PscSettings settings;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final Codes codes;
  private final ClaimsWanted wanted;
  private final Map<String, CodeRedirect> last = new BoundedMap<>(CLIENTS_KEPT);

  LoginReturn(
      String issuer,
      PscSettings settings,
      SpaceTime time,
      Unguessable unguessable,
      Codes codes,
      ClaimsWanted wanted) {
    this.issuer = issuer;
    this.settings = settings;
    this.time = time;
    this.unguessable = unguessable;
    this.codes = codes;
    this.wanted = wanted;
  }

  /** With a code, for a session that lives. */
  CodeRedirect withCode(
      AuthorizationRequest request, Session session, boolean silent, FaultPlan faults) {
    String clientId = request.client().clientId();
    CodeRedirect before = before(clientId);
    if (before != null && faults.strikes(PscFault.RETOUR_REJOUE)) {
      return new CodeRedirect(request, before.to(), session, before.codeId(), silent, false);
    }
    AuthorizationCode code = code(request, session, faults);
    Map<String, String> parameters = new LinkedHashMap<>();
    String state = request.state();
    if (state != null && !faults.strikes(PscFault.STATE_ABSENT)) {
      parameters.put("state", faults.strikes(PscFault.STATE_FAUX) ? unguessable.secret() : state);
    }
    parameters.put("session_state", session.id());
    parameters.put("iss", faults.strikes(PscFault.ISS_REPONSE_FAUX) ? OTHER_ISSUER : issuer);
    parameters.put("code", code.value());
    Redirect to = new Redirect(request.redirectUri(), request.responseMode(), parameters);
    boolean twice = to.mode().equals("query") && faults.strikes(PscFault.RETOUR_DOUBLE);
    CodeRedirect made = new CodeRedirect(request, to, session, code.id(), silent, twice);
    synchronized (last) {
      last.put(clientId, made);
    }
    return made;
  }

  /** With an error, to the address of a request that may be answered. */
  ErrorRedirect withError(AuthorizationRequest request, OidcError error) {
    return withError(
        request.client(), request.redirectUri(), request.responseMode(), request.state(), error);
  }

  /** With an error, where the request cannot be carried out but its address may be used. */
  ErrorRedirect withError(
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

  /** Forgets the returns there were. */
  void reset() {
    synchronized (last) {
      last.clear();
    }
  }

  private @Nullable CodeRedirect before(String clientId) {
    synchronized (last) {
      return last.get(clientId);
    }
  }

  private AuthorizationCode code(AuthorizationRequest request, Session session, FaultPlan faults) {
    Instant made = time.now();
    AuthorizationCode code =
        new AuthorizationCode(
            unguessable.uuid(),
            unguessable.uuid() + "." + session.id() + "." + unguessable.uuid(),
            request.client().clientId(),
            request.redirectUri(),
            session.id(),
            request.nonce(),
            request.scope(),
            request.challenge(),
            faults.strikes(PscFault.CODE_PERIME) ? made.minus(settings.code()) : made);
    codes.add(code);
    wanted.put(code.id(), request.claims());
    return code;
  }
}
