package fr.socle.psc.service;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes logout tokens: psc.md 2.4 (K), OpenID Connect Back-Channel Logout 1.0, 2.4. Thread-safe.
 */
final class LogoutTokens {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  // Back-Channel Logout 1.0, 2.4: at most two minutes in the future
  private static final long LIFE = 120;

  private final String issuer;
  private final PscSettings settings;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final SigningKeys keys;

  LogoutTokens(
      String issuer,
      PscSettings settings,
      SpaceTime time,
      Unguessable unguessable,
      SigningKeys keys) {
    this.issuer = issuer;
    this.settings = settings;
    this.time = time;
    this.unguessable = unguessable;
    this.keys = keys;
  }

  /**
   * A logout token as it leaves.
   *
   * @param value the token
   * @param twice whether it is sent twice
   * @param faults what was done to it
   */
  record Made(String value, boolean twice, Set<PscFault> faults) {}

  Made make(Session session, RelyingParty client, boolean withSession, FaultPlan plan) {
    Set<PscFault> faults = EnumSet.noneOf(PscFault.class);
    Optional<Map<String, String>> clock = plan.take(PscFault.HORLOGE_DECALEE);
    clock.ifPresent(how -> faults.add(PscFault.HORLOGE_DECALEE));
    Map<String, Object> claims =
        claims(
            session,
            client.clientId(),
            withSession,
            clock.map(FaultSeconds::ofClock).orElse(Duration.ZERO));
    if (strikes(plan, PscFault.DECONNEXION_AVEC_NONCE, faults)) {
      claims.put("nonce", unguessable.secret());
    }
    if (strikes(plan, PscFault.DECONNEXION_ISS_FAUX, faults)) {
      claims.put("iss", "https://emetteur.invalid/auth/realms/autre");
    }
    if (strikes(plan, PscFault.DECONNEXION_AUD_FAUX, faults)) {
      claims.put("aud", "autre-logiciel");
    }
    if (strikes(plan, PscFault.DECONNEXION_SANS_EVENEMENT, faults)) {
      claims.remove("events");
    }
    if (strikes(plan, PscFault.DECONNEXION_SANS_SESSION, faults)) {
      claims.remove("sid");
      claims.remove("sub");
    }
    boolean forged = strikes(plan, PscFault.DECONNEXION_SIGNATURE_FAUSSE, faults);
    boolean twice = strikes(plan, PscFault.DECONNEXION_DOUBLE, faults);
    // OpenID Connect Back-Channel Logout 1.0, 2.4: signed as the ID tokens of the client
    String value =
        JwtSigner.signed(
            client.jose().idTokenAlg(), settings.logoutTokenType(), claims, client, keys);
    if (forged) {
      value =
          value.substring(0, value.lastIndexOf('.') + 1)
              + Digests.base64Url(unguessable.bytes(256));
    }
    return new Made(value, twice, faults);
  }

  private Map<String, Object> claims(
      Session session, String clientId, boolean withSession, Duration shift) {
    long now = time.onWire(time.now()).plus(shift).getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iat", now);
    claims.put("exp", now + LIFE);
    claims.put("jti", unguessable.uuid());
    claims.put("iss", issuer);
    claims.put("aud", clientId);
    claims.put("sub", TokenMint.subject(settings, session.nationalId()));
    if (withSession) {
      claims.put("sid", session.id());
    }
    claims.put("events", Map.of(EVENT, Map.of()));
    return claims;
  }

  private static boolean strikes(FaultPlan plan, PscFault fault, Set<PscFault> struck) {
    return plan.strikes(fault) && struck.add(fault);
  }
}
