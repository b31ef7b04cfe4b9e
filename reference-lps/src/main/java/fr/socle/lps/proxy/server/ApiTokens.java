package fr.socle.lps.proxy.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the authorization server of an API gave.
 *
 * @param access what the API wants to see
 * @param expiry when it must no longer be shown
 * @param refresh with what another one is got, null without
 */
record ApiTokens(String access, Instant expiry, @Nullable String refresh) {

  private static final int LIFE_BY_DEFAULT = 60; // psc.md 2.6: the example of the CI-SIS volume
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(5);

  static Optional<ApiTokens> of(JsonNode answer, Instant received) {
    String access = answer.path("access_token").textValue();
    if (access == null) {
      return Optional.empty();
    }
    Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(LIFE_BY_DEFAULT));
    Duration tenth = life.dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : tenth;
    return Optional.of(
        new ApiTokens(
            access, received.plus(life).minus(margin), answer.path("refresh_token").textValue()));
  }

  boolean expired(Instant now) {
    return !now.isBefore(expiry);
  }

  /** Says nothing of the tokens: they must never reach a log. */
  @Override
  public String toString() {
    return "ApiTokens[expiry=" + expiry + "]";
  }
}
