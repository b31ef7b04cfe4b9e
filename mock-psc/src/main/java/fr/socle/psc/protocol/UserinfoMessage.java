package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.UserinfoOutcome;
import java.util.Set;

/**
 * A userinfo request and what became of it.
 *
 * @param places where tokens were put
 * @param query parameters of the query, where there should be none
 * @param outcome what was decided and met
 */
public record UserinfoMessage(Set<Place> places, Asked query, UserinfoOutcome outcome) {

  /** Copies the set. */
  public UserinfoMessage {
    places = Set.copyOf(places);
  }

  /** Places of a bearer token, RFC 6750 2. */
  public enum Place {
    /** {@code Authorization} header. */
    HEADER,
    /** Body of a form. */
    BODY,
    /** Query, which is not read. */
    QUERY
  }
}
