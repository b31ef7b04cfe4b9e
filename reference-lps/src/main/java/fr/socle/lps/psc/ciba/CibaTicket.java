package fr.socle.lps.psc.ciba;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * With what the result of a demand is asked for.
 *
 * @param authReqId kept whole, however long: psc.md 2.2 (S: KC-SRC)
 * @param interval least time between two calls
 * @param expiry when it is of no use any more
 */
public record CibaTicket(String authReqId, Duration interval, Instant expiry) {

  private static final long UNSAID_INTERVAL = 5; // CIBA Core 7.3
  private static final long UNSAID_LIFE = 120; // psc.md 1.3 (S: PROXY)
  private static final int TOO_SHORT_FIELD = 2000;

  /** Reads the answer to a demand; nothing when it has no {@code auth_req_id}. */
  public static Optional<CibaTicket> of(JsonNode answer, Instant received, Defects defects) {
    String id = answer.path("auth_req_id").textValue();
    if (id == null || id.isBlank()) {
      return Optional.empty();
    }
    long unsaid = defects.has(Mutant.CIBA_INTERVALLE_SUPPOSE) ? 1 : UNSAID_INTERVAL;
    if (defects.has(Mutant.CIBA_AUTH_REQ_ID_TRONQUE) && id.length() > TOO_SHORT_FIELD) {
      id = id.substring(0, TOO_SHORT_FIELD);
    }
    return Optional.of(
        new CibaTicket(
            id,
            Duration.ofSeconds(positive(answer.path("interval"), unsaid)),
            received.plusSeconds(positive(answer.path("expires_in"), UNSAID_LIFE))));
  }

  private static long positive(JsonNode seconds, long otherwise) {
    long value = seconds.asLong(otherwise);
    return value > 0 ? value : otherwise;
  }

  /** Says nothing of the identifier, which is worth tokens. */
  @Override
  public String toString() {
    return "CibaTicket[expiry=" + expiry + "]";
  }
}
