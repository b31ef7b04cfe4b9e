package fr.socle.psc.service.ciba;

import fr.socle.psc.service.Session.Means;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login asked without browser. Instants are of the time of the space.
 *
 * @param id identifier that may be shown, unlike the {@code auth_req_id}
 * @param clientId relying party that asked
 * @param nationalId who is to log in, the {@code login_hint}
 * @param scope scope granted
 * @param channel what the person authenticates with
 * @param bindingMessage what the person has to compare, absent when none was sent
 * @param askedAt when it was asked
 * @param life how long it lives
 * @param interval least time between two polls
 */
public record CibaRequest(
    String id,
    String clientId,
    String nationalId,
    String scope,
    Means channel,
    @Nullable String bindingMessage,
    Instant askedAt,
    Duration life,
    Duration interval) {
  // As Keycloak does, so that a late client is told that its request expired
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  /** When it expires. */
  public Instant expiresAt() {
    return askedAt.plus(life);
  }

  /** When nothing is left of it. */
  Instant forgottenAt() {
    return expiresAt().plus(interval).plus(REMEMBERED);
  }
}
