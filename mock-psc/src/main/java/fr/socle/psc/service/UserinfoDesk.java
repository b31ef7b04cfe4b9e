package fr.socle.psc.service;

import fr.socle.bench.world.Professional;
import fr.socle.psc.service.ClientKeys.ClientKey;
import fr.socle.psc.service.IssuedToken.Kind;
import fr.socle.psc.service.JoseRegistration.Encryption;
import fr.socle.psc.service.UserinfoOutcome.Spoilt;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives professional data against an access token (psc.md 1.6, 3.4). Thread-safe. */
public final class UserinfoDesk {
  private final PscSettings settings;
  private final TokenLedger ledger;
  private final Sessions sessions;
  private final ProfessionalDirectory professionals;
  private final UserinfoClaims claims;
  private final Unguessable unguessable;
  private final String issuer;
  private final RelyingParties clients;
  private final SigningKeys keys;
  private final ClaimsWanted wanted;

  UserinfoDesk(
      PscSettings settings,
      TokenLedger ledger,
      Sessions sessions,
      ProfessionalDirectory professionals,
      Unguessable unguessable,
      String issuer,
      RelyingParties clients,
      SigningKeys keys,
      ClaimsWanted wanted) {
    this.settings = settings;
    this.ledger = ledger;
    this.sessions = sessions;
    this.professionals = professionals;
    this.claims = new UserinfoClaims(settings);
    this.unguessable = unguessable;
    this.issuer = issuer;
    this.clients = clients;
    this.keys = keys;
    this.wanted = wanted;
  }

  /**
   * Answers a userinfo request.
   *
   * @param bearer token presented, absent when none was
   * @param twice whether it was in more than one place that is read
   * @param thumbprint {@code x5t#S256} of the client certificate, absent without
   */
  public UserinfoOutcome answer(
      @Nullable String bearer, boolean twice, @Nullable String thumbprint, FaultPlan faults) {
    if (bearer == null) {
      return refused(null, "Missing token", "La requête ne porte pas de jeton d'accès.");
    }
    PresentedToken presented = ledger.present(bearer, faults);
    OidcError error = twice ? severalPlaces() : error(presented, thumbprint);
    if (error == null) {
      error = fault(faults);
    }
    IssuedToken token = presented.token();
    if (error != null || token == null) {
      boolean renewable = token != null && ledger.renewable(token);
      return new UserinfoOutcome(presented, Map.of(), error, renewable, null, Spoilt.NOT);
    }
    Session session = sessions.find(token.sessionId()).orElseThrow();
    Professional who = professionals.find(token.nationalId()).orElseThrow();
    Map<String, Object> members = new LinkedHashMap<>(claims.of(who, session.means()));
    ClaimsRequest.add(
        members, wanted.of(token.loginCode()).userinfo(), () -> claims.all(who, session.means()));
    if (faults.strikes(PscFault.USERINFO_AUTRE_SUB)) {
      members.put("sub", "f:" + settings.storageId() + ":8" + unguessable.uuid());
    }
    UserinfoFaults.spoil(members, faults);
    UnknownCodes.write(members, faults);
    String jwt = jwt(members, token.clientId(), faults);
    return new UserinfoOutcome(presented, members, null, true, jwt, spoilt(jwt == null, faults));
  }

  // OpenID Connect Core 5.3.2: a signed answer names its issuer and its audience
  private @Nullable String jwt(Map<String, Object> members, String clientId, FaultPlan faults) {
    RelyingParty client = clients.find(clientId).orElse(null);
    String algorithm = client == null ? null : client.jose().userinfoAlg();
    String jws =
        client == null || algorithm == null
            ? forced(members, clientId, faults)
            : signed(members, client, algorithm, faults);
    if (faults.strikes(PscFault.USERINFO_CHIFFRE)) {
      String content = jws == null ? JwtSigner.signed(members, keys.current()) : jws;
      return Jwe.seal(content, keys.stranger(), unguessable);
    }
    Encryption encryption = client == null ? null : client.jose().userinfoEncryption();
    if (client == null || encryption == null) {
      return jws;
    }
    ClientKey key = client.jose().keys().forEncryption().orElseThrow();
    return jws == null
        ? Jwe.seal(Jwt.json(members), false, encryption, key, unguessable)
        : Jwe.seal(jws, true, encryption, key, unguessable);
  }

  private @Nullable String forced(Map<String, Object> members, String clientId, FaultPlan faults) {
    Map<String, String> how = faults.take(PscFault.USERINFO_SIGNE).orElse(null);
    if (how == null) {
      return null;
    }
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.put("iss", issuer);
    all.put("aud", clientId);
    return JwtSigner.signed(
        all, "inconnue".equals(how.get("cle")) ? keys.stranger() : keys.current());
  }

  private String signed(
      Map<String, Object> members, RelyingParty client, String algorithm, FaultPlan faults) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.put("iss", issuer);
    all.put("aud", client.clientId());
    return faults.strikes(PscFault.USERINFO_SIGNATURE_FAUSSE)
        ? JwtSigner.signed(all, keys.stranger())
        : JwtSigner.signed(algorithm, "JWT", all, client, keys);
  }

  private static Spoilt spoilt(boolean json, FaultPlan faults) {
    if (faults.strikes(PscFault.USERINFO_TRONQUE)) {
      return Spoilt.TRUNCATED;
    }
    if (faults.strikes(PscFault.USERINFO_HTML)) {
      return Spoilt.HTML;
    }
    return json && faults.strikes(PscFault.USERINFO_LATIN1) ? Spoilt.LATIN1 : Spoilt.NOT;
  }

  private static @Nullable OidcError fault(FaultPlan faults) {
    if (faults.strikes(PscFault.USERINFO_401)) {
      return invalid("Token verification failed", "Le jeton est refusé (panne armée).");
    }
    if (faults.strikes(PscFault.USERINFO_403)) {
      return new OidcError(
          403, "insufficient_scope", "Missing openid scope", "Le jeton est refusé (panne armée).");
    }
    return faults.strikes(PscFault.USERINFO_500)
        ? new OidcError(500, "server_error", "unknown_error", "Userinfo échoue (panne armée).")
        : null;
  }

  private static @Nullable OidcError error(PresentedToken presented, @Nullable String thumbprint) {
    IssuedToken token = presented.token();
    if (presented.state() == PresentedToken.State.UNSIGNED) {
      return invalid(
          "Token verification failed", "Le jeton présenté annonce alg=none : il est refusé.");
    }
    if (token == null || token.kind() != Kind.ACCESS) {
      return invalid(
          "Token verification failed",
          "Ce n'est pas un jeton d'accès remis par Pro Santé Connect, ou il a été altéré.");
    }
    String reason =
        switch (presented.state()) {
          case VALID -> "";
          case EXPIRED -> "Le jeton d'accès a expiré : rafraîchissez-le avant de l'utiliser.";
          case LOGGED_OUT -> "La session a été déconnectée : oubliez ses jetons.";
          case REVOKED -> "Le jeton a été révoqué : oubliez-le.";
          case OWNER_REVOKED -> "Ce professionnel n'est plus autorisé à se connecter.";
          default -> "La session Pro Santé Connect est finie : demandez une nouvelle connexion.";
        };
    if (!reason.isEmpty()) {
      return invalid("Token verification failed", reason);
    }
    if (token.thumbprint() != null && !token.thumbprint().equals(thumbprint)) {
      return invalid(
          "Client certificate missing, or its thumbprint and one in the access token did NOT match",
          "Le jeton est lié au certificat du client : présentez le même certificat qu'au point"
              + " token (RFC 8705 3).");
    }
    if (!Scopes.holds(token.scope(), "openid")) {
      return new OidcError(
          403,
          "insufficient_scope",
          "Missing openid scope",
          "Le jeton a été demandé sans le scope openid : demandez openid scope_all.");
    }
    return null;
  }

  // RFC 6750 3.1
  private static OidcError severalPlaces() {
    return new OidcError(
        400,
        "invalid_request",
        "More than one method used for including an access token",
        "Le jeton d'accès est envoyé à plusieurs places : ne gardez que l'en-tête Authorization.");
  }

  private static UserinfoOutcome refused(
      @Nullable PresentedToken token, String description, String reason) {
    return new UserinfoOutcome(
        token, Map.of(), invalid(description, reason), false, null, Spoilt.NOT);
  }

  private static OidcError invalid(String description, String reason) {
    return new OidcError(401, "invalid_token", description, reason);
  }
}
