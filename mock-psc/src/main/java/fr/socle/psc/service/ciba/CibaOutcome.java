package fr.socle.psc.service.ciba;

import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.RelyingParty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a CIBA request.
 *
 * @param client client, when known, authenticated or not
 * @param request the request, when it was accepted
 * @param body members of a successful answer in order, empty after a refusal
 * @param error the refusal
 */
public record CibaOutcome(
    @Nullable RelyingParty client,
    @Nullable CibaRequest request,
    Map<String, Object> body,
    @Nullable OidcError error) {

  /** Copies the map, order kept. */
  public CibaOutcome {
    body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
  }

  static CibaOutcome refused(@Nullable RelyingParty client, OidcError error) {
    return new CibaOutcome(client, null, Map.of(), error);
  }
}
