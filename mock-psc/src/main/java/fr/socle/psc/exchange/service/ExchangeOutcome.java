package fr.socle.psc.exchange.service;

import fr.socle.psc.service.OidcError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a token request to an API's authorization server, and what was met.
 *
 * @param api the API
 * @param client caller, when known, let in or not
 * @param subject what Pro Santé Connect said of the subject token, absent when it was not asked
 * @param subjectDigest digest of the subject token, absent when none was sent
 * @param confirmation the {@code cnf} sent, absent when none was
 * @param token access token issued, absent when none was
 * @param body members of a successful answer, in order
 * @param error the refusal
 */
public record ExchangeOutcome(
    ProtectedApi api,
    @Nullable ApiClient client,
    @Nullable SubjectStanding subject,
    @Nullable String subjectDigest,
    @Nullable Confirmation confirmation,
    @Nullable ApiToken token,
    Map<String, Object> body,
    @Nullable OidcError error) {

  /** Copies the map, order kept. */
  public ExchangeOutcome {
    body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
  }
}
