package fr.socle.psc.service;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token handed out, as the service remembers it.
 *
 * @param kind what it is
 * @param id {@code jti}
 * @param sessionId session it belongs to
 * @param clientId relying party it was handed to
 * @param nationalId whose it is
 * @param scope scope granted
 * @param nonce nonce of the login, absent when there was none
 * @param claims its claims, order kept
 * @param thumbprint {@code x5t#S256} it is bound to, absent without certificate
 * @param expiresAt when it ends, in the time of the space
 * @param loginCode identifier of the code that began it all
 */
public record IssuedToken(
    Kind kind,
    String id,
    String sessionId,
    String clientId,
    String nationalId,
    String scope,
    @Nullable String nonce,
    Map<String, Object> claims,
    @Nullable String thumbprint,
    Instant expiresAt,
    String loginCode) {

  /** Copies the map, order kept. */
  public IssuedToken {
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }

  /** Kinds of tokens. */
  public enum Kind {
    /** Access token. */
    ACCESS,
    /** Refresh token. */
    REFRESH,
    /** ID token. */
    ID
  }
}
