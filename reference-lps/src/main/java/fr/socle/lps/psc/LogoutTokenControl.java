package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a logout token may be believed (OpenID Connect Back-Channel Logout 1.0, 2.6).
 * Thread-safe.
 */
final class LogoutTokenControl {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final int REMEMBERED = 1_000;

  private final KeyRing keys;
  private final Clock clock;
  private final Defects defects;
  private final Map<String, Boolean> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  LogoutTokenControl(KeyRing keys, Clock clock, Defects defects) {
    this.keys = keys;
    this.clock = clock;
    this.defects = defects;
  }

  /**
   * The session named by a token that passed every control.
   *
   * @throws PscProblem when the token is not believed
   */
  EndedSession read(String logoutToken, String issuer, String clientId)
      throws PscProblem, InterruptedException {
    Jws token = Jws.parse(logoutToken);
    require(
        defects.has(Mutant.PSC_AVIS_SIGNATURE_NON_VERIFIEE)
            || (token.acceptable() && token.signedBy(keys.find(token.keyId()))),
        "sa signature est fausse");
    JsonNode claims = token.claims();
    require(
        defects.has(Mutant.PSC_AVIS_EMETTEUR_NON_VERIFIE)
            || issuer.equals(claims.path("iss").textValue()),
        "il n'est pas émis par Pro Santé Connect");
    require(
        defects.has(Mutant.PSC_AVIS_DESTINATAIRE_NON_VERIFIE)
            || isFor(claims.path("aud"), clientId),
        "il n'est pas destiné à ce logiciel");
    require(dated(claims), "ses dates (iat, exp) ne vont pas");
    require(
        defects.has(Mutant.PSC_AVIS_EVENEMENT_NON_VERIFIE)
            || claims.path("events").path(EVENT).isObject(),
        "il n'annonce pas une déconnexion");
    require(
        defects.has(Mutant.PSC_AVIS_NONCE_ACCEPTE) || !claims.has("nonce"), "il porte un nonce");
    String session = claims.path("sid").textValue();
    String subject = claims.path("sub").textValue();
    require(session != null || subject != null, "il ne désigne aucune session");
    boolean isNew = isNew(claims.path("jti").textValue());
    if (!isNew && defects.has(Mutant.PSC_AVIS_DOUBLE_PLANTE)) {
      throw new IllegalStateException("no such session");
    }
    require(isNew, "il a déjà servi");
    return new EndedSession(session, subject);
  }

  private static boolean isFor(JsonNode audience, String clientId) {
    boolean ours = clientId.equals(audience.textValue());
    for (JsonNode one : audience) {
      ours |= clientId.equals(one.textValue());
    }
    return ours;
  }

  private boolean dated(JsonNode claims) {
    double now = clock.instant().toEpochMilli() / 1000.0;
    double skew = IdTokenValidator.SKEW.toSeconds();
    boolean expired = claims.has("exp") && claims.path("exp").asDouble() + skew <= now;
    return claims.path("iat").isNumber()
        && claims.path("iat").doubleValue() - skew < now
        && !expired;
  }

  private boolean isNew(@Nullable String tokenId) {
    synchronized (known) {
      return tokenId != null && known.put(tokenId, true) == null;
    }
  }

  private static void require(boolean condition, String otherwise) throws PscRefusal {
    if (!condition) {
      throw new PscRefusal("L'avis de déconnexion reçu n'est pas valable : " + otherwise + ".");
    }
  }
}
