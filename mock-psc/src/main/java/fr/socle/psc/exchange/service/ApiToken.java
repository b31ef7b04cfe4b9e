package fr.socle.psc.exchange.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token handed out by the authorization server of an API.
 *
 * @param kind what it is
 * @param id {@code jti}
 * @param api name of the API
 * @param clientId caller it was handed to
 * @param pscClientId relying party of the subject token
 * @param nationalId whose it is
 * @param sessionState session of Pro Santé Connect it came from, absent when unknown
 * @param scope scope granted
 * @param thumbprint {@code x5t#S256} it is bound to, in the writing of RFC 8705
 * @param confirmation the thumbprint as the token shows it, absent when it shows none
 * @param issuedAt when it was issued, in the time of the space
 * @param expiresAt when it ends, in the time of the space
 */
public record ApiToken(
    Kind kind,
    String id,
    String api,
    String clientId,
    @Nullable String pscClientId,
    String nationalId,
    @Nullable String sessionState,
    String scope,
    String thumbprint,
    @Nullable String confirmation,
    Instant issuedAt,
    Instant expiresAt) {

  /** Kinds of tokens. */
  public enum Kind {
    /** Access token. */
    ACCESS,
    /** Refresh token. */
    REFRESH
  }
}
