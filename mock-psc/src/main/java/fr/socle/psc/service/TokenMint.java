package fr.socle.psc.service;

import fr.socle.bench.world.OtherId;
import fr.socle.bench.world.Professional;
import fr.socle.psc.service.IssuedToken.Kind;
import fr.socle.psc.service.JoseRegistration.Encryption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the tokens of a login: access, refresh and ID token (psc.md 3.2, 3.3). Thread-safe. */
final class TokenMint {
  private final String issuer;
  private final PscSettings settings;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final SigningKeys keys;
  private final TokenLedger ledger;
  private final ClaimsWanted wanted;
  private final UserinfoClaims known;
  private final IdTokenFaults idTokenFaults;
  private final byte[] refreshSecret;
  private final String refreshKeyId;

  TokenMint(
      String issuer,
      PscSettings settings,
      SpaceTime time,
      Unguessable unguessable,
      SigningKeys keys,
      TokenLedger ledger,
      ClaimsWanted wanted) {
    this.issuer = issuer;
    this.settings = settings;
    this.time = time;
    this.unguessable = unguessable;
    this.keys = keys;
    this.ledger = ledger;
    this.wanted = wanted;
    this.known = new UserinfoClaims(settings);
    this.idTokenFaults = new IdTokenFaults(keys, unguessable);
    this.refreshSecret = unguessable.bytes(64);
    this.refreshKeyId = unguessable.uuid();
  }

  /**
   * For what tokens are made.
   *
   * @param session session
   * @param client relying party
   * @param owner professional
   * @param scope scope granted
   * @param nonce nonce of the login
   * @param thumbprint {@code x5t#S256} of the client certificate used, absent without
   * @param sessionLeft how long the session can still last
   * @param loginCode identifier of the code that began it all
   */
  record Order(
      Session session,
      RelyingParty client,
      Professional owner,
      String scope,
      @Nullable String nonce,
      @Nullable String thumbprint,
      Duration sessionLeft,
      String loginCode) {}

  /**
   * The body of a successful answer, psc.md 2.1 step 5 (S: NODE, PROXY).
   *
   * @param body members in order
   */
  record Minted(Map<String, Object> body) {}

  Minted mint(Order order, FaultPlan faults) {
    faults.take(PscFault.ROTATION_CLES).ifPresent(how -> keys.rotate(oldKeyStays(how)));
    Duration refreshLife = min(settings.refreshToken(), settings.idle(), order.sessionLeft());
    Duration accessLife =
        faults
            .take(PscFault.JETON_ACCES_BREF)
            .map(TokenMint::brief)
            .orElseGet(() -> min(settings.accessToken(), order.sessionLeft()));
    Duration shift = FaultSeconds.ofClock(faults);
    String access = access(order, accessLife, shift);
    String refresh = refresh(order, refreshLife, shift);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", access);
    body.put("expires_in", accessLife.toSeconds());
    body.put("refresh_expires_in", refreshLife.toSeconds());
    body.put("refresh_token", refresh);
    body.put("token_type", "Bearer");
    if (Scopes.holds(order.scope(), "openid")) {
      body.put("id_token", idToken(order, accessLife, shift, access, faults));
    }
    body.put("not-before-policy", 0);
    body.put("session_state", order.session().id());
    body.put("scope", order.scope());
    return new Minted(body);
  }

  private static Duration brief(Map<String, String> how) {
    return Duration.ofSeconds(FaultSeconds.read(PscFault.JETON_ACCES_BREF, how, 1));
  }

  private static boolean oldKeyStays(Map<String, String> how) {
    String old = how.getOrDefault("ancienne", "gardee");
    return switch (old) {
      case "gardee" -> true;
      case "retiree" -> false;
      default ->
          throw new IllegalArgumentException(
              "La panne rotation-cles ne connaît pas ancienne=" + old + " : gardee ou retiree.");
    };
  }

  private String access(Order order, Duration life, Duration shift) {
    Map<String, Object> claims = dates(order, life, shift);
    claims.put("jti", unguessable.uuid());
    claims.put("iss", issuer);
    claims.put("sub", subject(order.owner()));
    claims.put("typ", "Bearer");
    claims.put("azp", order.client().clientId());
    if (settings.nonceInAccessToken()) {
      // Empty when the request had none, psc.md 1.4 (S: POC, CACHE)
      claims.put("nonce", order.nonce() == null ? "" : order.nonce());
    }
    claims.put("session_state", order.session().id());
    claims.put("sid", order.session().id());
    claims.put("acr", settings.acr());
    if (order.thumbprint() != null) {
      claims.put("cnf", Map.of("x5t#S256", order.thumbprint())); // RFC 8705 3.1
    }
    claims.put("scope", order.scope());
    claims.put("authMode", order.session().means().name());
    claims.put("otherIds", otherIds(order.owner()));
    claims.put("preferred_username", order.owner().nationalId().value());
    String value = JwtSigner.signed(claims, keys.current());
    remember(value, Kind.ACCESS, order, claims, life);
    return value;
  }

  // Opaque to the client; Keycloak signs it with a secret of its own, psc.md 1.3 (K)
  private String refresh(Order order, Duration life, Duration shift) {
    Map<String, Object> claims = dates(order, life, shift);
    claims.remove("auth_time");
    claims.put("jti", unguessable.uuid());
    claims.put("iss", issuer);
    claims.put("aud", issuer);
    claims.put("sub", subject(order.owner()));
    claims.put("typ", "Refresh");
    claims.put("azp", order.client().clientId());
    if (order.nonce() != null) {
      claims.put("nonce", order.nonce());
    }
    claims.put("session_state", order.session().id());
    claims.put("sid", order.session().id());
    claims.put("scope", order.scope());
    String value =
        JwtSigner.hmac(
            "HmacSHA512", JwtSigner.header("HS512", refreshKeyId), claims, refreshSecret);
    remember(value, Kind.REFRESH, order, claims, life);
    return value;
  }

  private String idToken(
      Order order, Duration life, Duration shift, String access, FaultPlan faults) {
    Professional owner = order.owner();
    Map<String, Object> claims = dates(order, life, shift);
    claims.put("jti", unguessable.uuid());
    claims.put("iss", issuer);
    claims.put("aud", order.client().clientId());
    claims.put("sub", subject(owner));
    claims.put("typ", "ID");
    claims.put("azp", order.client().clientId());
    if (order.nonce() != null) {
      claims.put("nonce", order.nonce());
    }
    claims.put("session_state", order.session().id());
    claims.put("sid", order.session().id());
    claims.put("at_hash", Digests.leftHalf(access));
    claims.put("acr", settings.acr());
    claims.put("email_verified", false);
    claims.put("preferred_username", owner.nationalId().value());
    claims.put("SubjectNameID", owner.nationalId().value());
    claims.put("given_name", owner.givenName());
    claims.put("family_name", owner.familyName());
    ClaimsRequest.add(
        claims,
        wanted.of(order.loginCode()).idToken(),
        () -> known.all(owner, order.session().means()));
    IdTokenFaults.Outcome outcome = idTokenFaults.sign(claims, order.client(), faults);
    if (outcome.ours()) {
      remember(outcome.value(), Kind.ID, order, claims, life);
    }
    Encryption encryption = order.client().jose().idTokenEncryption();
    return encryption == null
        ? outcome.value()
        : order
            .client()
            .jose()
            .keys()
            .forEncryption()
            .map(key -> Jwe.seal(outcome.value(), true, encryption, key, unguessable))
            .orElseThrow();
  }

  /** {@code sub}, psc.md 3.1 (S). */
  String subject(Professional owner) {
    return subject(settings, owner.nationalId().value());
  }

  static String subject(PscSettings settings, String nationalId) {
    return "f:" + settings.storageId() + ":" + nationalId;
  }

  static List<Map<String, Object>> otherIds(Professional owner) {
    return owner.otherIds().stream().map(TokenMint::otherId).toList();
  }

  private static Map<String, Object> otherId(OtherId id) {
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("identifiant", id.identifier());
    other.put("origine", id.origin());
    other.put("qualite", id.quality());
    return other;
  }

  private void remember(
      String value, Kind kind, Order order, Map<String, Object> claims, Duration life) {
    ledger.add(
        value,
        new IssuedToken(
            kind,
            String.valueOf(claims.get("jti")),
            order.session().id(),
            order.client().clientId(),
            order.owner().nationalId().value(),
            order.scope(),
            order.nonce(),
            claims,
            kind == Kind.ACCESS ? order.thumbprint() : null,
            time.now().plus(life),
            order.loginCode()));
  }

  // Shifted for the eyes of the client; the service itself judges by its right clock
  private Map<String, Object> dates(Order order, Duration life, Duration shift) {
    long now = time.onWire(time.now()).plus(shift).getEpochSecond();
    Instant authenticated = time.onWire(order.session().authenticatedAt()).plus(shift);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("exp", now + life.toSeconds());
    claims.put("iat", now);
    claims.put("auth_time", authenticated.getEpochSecond());
    return claims;
  }

  private static Duration min(Duration... durations) {
    Duration least = durations[0];
    for (Duration duration : durations) {
      least = duration.compareTo(least) < 0 ? duration : least;
    }
    return least.isNegative() ? Duration.ZERO : least;
  }
}
