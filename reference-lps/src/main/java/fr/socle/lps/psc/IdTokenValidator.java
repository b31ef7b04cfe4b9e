package fr.socle.lps.psc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides whether an ID token may be believed (PSC-RP-05; OpenID Connect Core 3.1.3.7). */
final class IdTokenValidator {

  /** How far two clocks may differ. */
  static final Duration SKEW = Duration.ofSeconds(30);

  private final KeyRing keys;
  private final Clock clock;
  private final Defects defects;

  IdTokenValidator(KeyRing keys, Clock clock, Defects defects) {
    this.keys = keys;
    this.clock = clock;
    this.defects = defects;
  }

  /**
   * What the token must say.
   *
   * @param nonce the nonce of the request, null when it had none
   * @param nonceCompulsory false at a refresh, where it may be left out (Core 12.2)
   * @param subject the subject already known, null at login
   * @param accessToken the access token that came along, for {@code at_hash}
   */
  record Expected(
      String issuer,
      String clientId,
      @Nullable String nonce,
      boolean nonceCompulsory,
      @Nullable String subject,
      String accessToken) {}

  /** The claims of a token that passed every control. */
  JsonNode validate(String idToken, Expected expected) throws PscProblem, InterruptedException {
    Jws token = Jws.parse(idToken);
    if (!defects.has(Mutant.PSC_SIGNATURE_NON_VERIFIEE)) {
      signature(token);
    }
    JsonNode claims = token.claims();
    issuer(claims, expected);
    if (!defects.has(Mutant.PSC_AUD_NON_VERIFIE)) {
      audience(claims, expected.clientId());
    }
    dates(claims);
    nonce(claims, expected);
    // EXI PSC 16: the level that was asked for, psc.md 1.4 (S: REG)
    require(
        defects.has(Mutant.PSC_ACR_NON_VERIFIE) || "eidas1".equals(text(claims, "acr")),
        "son niveau (acr) n'est pas eidas1");
    String subject = text(claims, "sub");
    require(subject != null && !subject.isBlank(), "il ne nomme personne (sub)");
    require(
        expected.subject() == null || expected.subject().equals(subject),
        "il désigne une autre personne que celle qui est connectée");
    String hash = text(claims, "at_hash");
    require(
        hash == null || hash.equals(half(expected.accessToken())),
        "il ne va pas avec le jeton d'accès (at_hash)");
    return claims;
  }

  private void signature(Jws token) throws PscProblem, InterruptedException {
    if (defects.has(Mutant.PSC_ALG_NONE_ACCEPTE) && token.unsigned()) {
      return;
    }
    if (defects.has(Mutant.PSC_HS256_CLE_PUBLIQUE) && token.mac()) {
      require(token.macOf(keys.find(token.keyId())), "sa signature est fausse");
      return;
    }
    require(token.acceptable(), "son algorithme de signature n'est pas RS256");
    RSAPublicKey key;
    try {
      key = keys.find(token.keyId());
    } catch (PscFailure e) {
      if (defects.has(Mutant.PSC_CLES_FACULTATIVES)) {
        return;
      }
      throw e;
    }
    require(token.signedBy(key), "sa signature est fausse");
  }

  private void issuer(JsonNode claims, Expected expected) throws PscRefusal {
    if (!defects.has(Mutant.PSC_ISS_NON_VERIFIE)) {
      require(
          expected.issuer().equals(text(claims, "iss")), "il n'est pas émis par Pro Santé Connect");
    }
  }

  private void audience(JsonNode claims, String clientId) throws PscRefusal {
    JsonNode audience = claims.path("aud");
    boolean ours = clientId.equals(audience.textValue());
    for (JsonNode item : audience) {
      ours |= clientId.equals(item.textValue());
    }
    require(ours, "il n'est pas destiné à ce logiciel (aud)");
    String party = text(claims, "azp");
    require(
        party != null || audience.size() < 2 || defects.has(Mutant.PSC_AUD_MULTIPLE_ACCEPTE),
        "il ne dit pas à qui il a été remis (azp)");
    require(party == null || party.equals(clientId), "il a été remis à un autre logiciel (azp)");
  }

  private void dates(JsonNode claims) throws PscRefusal {
    require(
        claims.path("exp").isNumber() && claims.path("iat").isNumber(),
        "ses dates (exp, iat) manquent");
    double now = clock.instant().toEpochMilli() / 1000.0;
    double skew = SKEW.toSeconds();
    require(
        defects.has(Mutant.PSC_EXP_NON_VERIFIE) || claims.path("exp").doubleValue() + skew > now,
        "il est expiré");
    require(
        defects.has(Mutant.PSC_IAT_NON_VERIFIE) || claims.path("iat").doubleValue() - skew < now,
        "il est daté du futur");
  }

  private void nonce(JsonNode claims, Expected expected) throws PscRefusal {
    if (defects.has(Mutant.PSC_NONCE_NON_VERIFIE) || expected.nonce() == null) {
      return;
    }
    String nonce = text(claims, "nonce");
    boolean optional = !expected.nonceCompulsory() || defects.has(Mutant.PSC_NONCE_ABSENT_ACCEPTE);
    boolean leftOut = nonce == null && optional;
    require(
        leftOut || Objects.equals(nonce, expected.nonce()),
        "il ne répond pas à votre demande de connexion (nonce)");
  }

  private static @Nullable String text(JsonNode claims, String name) {
    return claims.path(name).textValue();
  }

  private static void require(boolean condition, String otherwise) throws PscRefusal {
    if (!condition) {
      throw new PscRefusal(
          "Connexion refusée : le jeton d'identité reçu n'est pas valable, "
              + otherwise
              + ". Recommencez la connexion ; si le refus se répète, prévenez votre éditeur.");
    }
  }

  private static String half(String accessToken) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, digest.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
