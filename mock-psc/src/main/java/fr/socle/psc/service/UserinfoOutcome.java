package fr.socle.psc.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the userinfo desk decided and met.
 *
 * @param token how the presented token stands, absent when none was presented
 * @param claims professional data, empty after a refusal
 * @param error the refusal
 * @param renewable whether a refresh token of the same login was still good
 * @param truncated whether a fault cuts the answer
 */
public record UserinfoOutcome(
    @Nullable PresentedToken token,
    Map<String, Object> claims,
    @Nullable OidcError error,
    boolean renewable,
    boolean truncated) {

  /** Copies the map, order kept. */
  public UserinfoOutcome {
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }
}
