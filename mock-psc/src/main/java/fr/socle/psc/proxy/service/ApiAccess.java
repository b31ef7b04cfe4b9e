package fr.socle.psc.proxy.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authorization servers of the APIs as the proxy calls them. Called from several threads. */
public interface ApiAccess {
  /**
   * Tokens of an API.
   *
   * @param access access token
   * @param expiresAt when it ends, in the time of the space
   * @param lifeSeconds {@code expires_in}
   * @param refresh refresh token
   * @param refreshExpiresAt when that ends
   * @param scopes scopes granted, none when nothing tells
   */
  record Tokens(
      String access,
      Instant expiresAt,
      long lifeSeconds,
      @Nullable String refresh,
      Instant refreshExpiresAt,
      List<String> scopes) {

    /** Copies the list. */
    public Tokens {
      scopes = List.copyOf(scopes);
    }

    /** Never shows a token. */
    @Override
    public String toString() {
      return "Tokens[" + expiresAt + "]";
    }
  }

  /** Exchanges a token of Pro Santé Connect (RFC 8693). */
  Tokens exchange(Software software, ApiRoute route, String subjectToken, List<String> scopes)
      throws ServiceRefusal;

  /** Renews tokens. */
  Tokens refresh(Software software, ApiRoute route, String refreshToken) throws ServiceRefusal;
}
