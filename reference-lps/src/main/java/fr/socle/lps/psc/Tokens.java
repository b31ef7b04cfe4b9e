package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave.
 *
 * @param expiry when the access token must no longer be used
 * @param refresh refresh token, null when none was given
 * @param refreshExpiry when the refresh token must no longer be used, null when that is not said;
 *     it comes nearer as the session at Pro Santé Connect comes to its end (psc.md 1.3)
 * @param id ID token, null when none was given
 */
record Tokens(
    String access,
    Instant expiry,
    @Nullable String refresh,
    @Nullable Instant refreshExpiry,
    @Nullable String id) {

  private static final Duration LIFE_BY_DEFAULT = Duration.ofSeconds(60);
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(5);

  /** Reads an answer of the token endpoint received at that instant. */
  static Tokens of(JsonNode answer, Instant received) throws PscFailure {
    String access = answer.path("access_token").textValue();
    if (access == null || !"bearer".equalsIgnoreCase(answer.path("token_type").asText())) {
      throw new PscFailure(
          "Pro Santé Connect n'a pas remis de jeton d'accès utilisable. Réessayez.");
    }
    Duration life =
        answer.path("expires_in").isNumber()
            ? Duration.ofSeconds(answer.path("expires_in").longValue())
            : LIFE_BY_DEFAULT;
    Duration tenth = life.dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : tenth;
    return new Tokens(
        access,
        received.plus(life).minus(margin),
        answer.path("refresh_token").textValue(),
        answer.path("refresh_expires_in").asLong() > 0
            ? received.plusSeconds(answer.path("refresh_expires_in").asLong())
            : null,
        answer.path("id_token").textValue());
  }

  /** These tokens, with those of an older answer where this one gave none. */
  Tokens completedBy(Tokens older) {
    return new Tokens(
        access,
        expiry,
        refresh == null ? older.refresh : refresh,
        refresh == null ? older.refreshExpiry : refreshExpiry,
        id == null ? older.id : id);
  }

  /** These tokens with the refresh token of an older answer. */
  Tokens keepingRefreshOf(Tokens older) {
    return new Tokens(access, expiry, older.refresh, older.refreshExpiry, id);
  }

  /** The refresh token, while it may be used. */
  Optional<String> refreshable(Instant now) {
    boolean over = refreshExpiry != null && !now.isBefore(refreshExpiry);
    return over ? Optional.empty() : Optional.ofNullable(refresh);
  }

  boolean expired(Instant now) {
    return !now.isBefore(expiry);
  }

  /** Says nothing of the tokens: they must never reach a log (PSC-RP-16). */
  @Override
  public String toString() {
    return "Tokens[expiry=" + expiry + "]";
  }
}
