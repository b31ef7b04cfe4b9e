package fr.socle.psc.exchange.service;

import fr.socle.psc.exchange.service.ApiToken.Kind;
import fr.socle.psc.exchange.service.ProtectedApi.TokenForm;
import fr.socle.psc.service.Digests;
import fr.socle.psc.service.JwtSigner;
import fr.socle.psc.service.SigningKeys.SigningKey;
import fr.socle.psc.service.SpaceTime;
import fr.socle.psc.service.Unguessable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the tokens of an API and the answer that carries them (psc.md 2.6). Thread-safe. */
final class ApiTokenMint {
  /** RFC 8693 3. */
  static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";

  private static final int LONGEST_BRIEF = 60;

  private final String base;
  private final Confirmation.Form form;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final ApiKeys keys;
  private final ApiTokens tokens;

  ApiTokenMint(
      String base,
      Confirmation.Form form,
      SpaceTime time,
      Unguessable unguessable,
      ApiKeys keys,
      ApiTokens tokens) {
    this.base = base;
    this.form = form;
    this.time = time;
    this.unguessable = unguessable;
    this.keys = keys;
    this.tokens = tokens;
  }

  /**
   * For what tokens are made.
   *
   * @param api API
   * @param client caller
   * @param nationalId who
   * @param pscClientId relying party of the subject token
   * @param sessionState session of Pro Santé Connect, absent when unknown
   * @param scope scope granted
   * @param thumbprint {@code x5t#S256} of the certificate of the exchange
   * @param actor {@code sub} of the actor token, absent without one
   */
  record Order(
      ProtectedApi api,
      ApiClient client,
      String nationalId,
      @Nullable String pscClientId,
      @Nullable String sessionState,
      String scope,
      String thumbprint,
      @Nullable String actor) {}

  /**
   * What was made.
   *
   * @param access the access token
   * @param body the answer, in order
   */
  record Minted(ApiToken access, Map<String, Object> body) {}

  Minted mint(Order order, ApiFaultPlan faults) {
    Duration life =
        faults.take(ApiFault.JETON_BREF).map(ApiTokenMint::brief).orElse(order.api().tokenLife());
    String shown = shown(order.thumbprint(), faults);
    ApiToken access = remembered(Kind.ACCESS, order, shown, life);
    String value = accessValue(order, access);
    ApiToken refresh = remembered(Kind.REFRESH, order, null, order.api().refreshLife());
    String refreshValue = unguessable.secret() + unguessable.secret();
    tokens.add(value, access);
    tokens.add(refreshValue, refresh);

    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", value);
    body.put("issued_token_type", ACCESS_TOKEN_TYPE);
    body.put("token_type", "Bearer");
    body.put("expires_in", life.toSeconds());
    body.put("refresh_token", refreshValue);
    body.put("refresh_expires_in", order.api().refreshLife().toSeconds());
    body.put("id_token", idToken(order, access, value));
    body.put("not-before-policy", 0);
    if (order.sessionState() != null) {
      body.put("session_state", order.sessionState());
    }
    body.put("scope", order.scope());
    return new Minted(access, body);
  }

  /** Issuer of the tokens of an API. */
  String issuer(ProtectedApi api) {
    return base + api.realmPath();
  }

  private static Duration brief(Map<String, String> how) {
    String seconds = how.getOrDefault("secondes", "1");
    if (!seconds.matches("\\d{1,2}") || Integer.parseInt(seconds) > LONGEST_BRIEF) {
      throw new IllegalArgumentException(
          "La panne api-jeton-bref veut secondes entre 1 et " + LONGEST_BRIEF + ".");
    }
    return Duration.ofSeconds(Math.max(1, Integer.parseInt(seconds)));
  }

  private @Nullable String shown(String thumbprint, ApiFaultPlan faults) {
    if (faults.strikes(ApiFault.CNF_ABSENT)) {
      return null;
    }
    boolean hexadecimal = faults.strikes(ApiFault.CNF_HEXADECIMAL);
    return Confirmation.write(thumbprint, hexadecimal ? Confirmation.Form.HEXADECIMAL : form);
  }

  private ApiToken remembered(Kind kind, Order order, @Nullable String shown, Duration life) {
    Instant now = time.now();
    return new ApiToken(
        kind,
        unguessable.uuid(),
        order.api().name(),
        order.client().clientId(),
        order.pscClientId(),
        order.nationalId(),
        order.sessionState(),
        order.scope(),
        order.thumbprint(),
        shown,
        now,
        now.plus(life));
  }

  private String accessValue(Order order, ApiToken token) {
    if (order.api().form() == TokenForm.OPAQUE) {
      return unguessable.secret() + unguessable.secret();
    }
    // Members of an API access token, psc.md 2.6 (S: TRANSPORT); the rest as Keycloak writes (A)
    Map<String, Object> claims = claims(token);
    claims.put("iss", issuer(order.api()));
    claims.put("typ", "Bearer");
    claims.put("azp", token.clientId());
    if (order.actor() != null) {
      claims.put("act", Map.of("sub", order.actor())); // RFC 8693 4.1
    }
    return JwtSigner.signed(claims, key());
  }

  private String idToken(Order order, ApiToken token, String access) {
    Map<String, Object> claims = dates(token);
    claims.put("jti", unguessable.uuid());
    claims.put("iss", issuer(order.api()));
    claims.put("aud", token.clientId());
    claims.put("sub", token.nationalId());
    claims.put("typ", "ID");
    claims.put("azp", token.clientId());
    claims.put("at_hash", Digests.leftHalf(access));
    return JwtSigner.signed(claims, key());
  }

  /** What an access token says of itself, and its introspection too. */
  Map<String, Object> claims(ApiToken token) {
    Map<String, Object> claims = dates(token);
    claims.put("jti", token.id());
    claims.put("sub", token.nationalId());
    claims.put("aud", token.api());
    claims.put("scope", token.scope());
    if (token.sessionState() != null) {
      claims.put("session_state", token.sessionState());
    }
    if (token.confirmation() != null) {
      claims.put("cnf", Map.of(Confirmation.MEMBER, token.confirmation())); // RFC 8705 3.1
    }
    return claims;
  }

  private Map<String, Object> dates(ApiToken token) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("exp", time.onWire(token.expiresAt()).getEpochSecond());
    claims.put("iat", time.onWire(token.issuedAt()).getEpochSecond());
    return claims;
  }

  private SigningKey key() {
    return keys.get().current();
  }
}
