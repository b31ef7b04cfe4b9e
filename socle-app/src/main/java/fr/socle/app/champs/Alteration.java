package fr.socle.app.champs;

import fr.socle.bench.http.IncomingRequest;
import java.util.function.Supplier;

/**
 * A correct request, altered in one place. It is made when it is asked for: a large document has
 * thousands of alterations, and each is a copy of it.
 *
 * @param place where: header, parameter, element, attribute, such as {@code
 *     /Envelope/Header/Action}
 * @param gesture what was done: {@code retiré}, {@code vidé}, {@code changé}, {@code doublé}
 * @param made makes the request that results
 */
record Alteration(String place, String gesture, Supplier<IncomingRequest> made) {

  /** The request that results. */
  IncomingRequest request() {
    return made.get();
  }

  /** Place and gesture, for the table. */
  String label() {
    return place + " " + gesture;
  }
}
