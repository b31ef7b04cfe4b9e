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
 * @param jwt the answer as a signed or sealed token, absent when it is in JSON
 * @param spoilt what a fault does to the answer
 */
public record UserinfoOutcome(
    @Nullable PresentedToken token,
    Map<String, Object> claims,
    @Nullable OidcError error,
    boolean renewable,
    @Nullable String jwt,
    Spoilt spoilt) {

  /** What a fault does to an answer. */
  public enum Spoilt {
    /** Nothing. */
    NOT,
    /** Cut in the middle. */
    TRUNCATED,
    /** A page in place of the answer. */
    HTML,
    /** Another charset than UTF-8. */
    LATIN1
  }

  /** Copies the map, order kept. */
  public UserinfoOutcome {
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }
}
