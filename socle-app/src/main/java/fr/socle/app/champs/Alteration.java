package fr.socle.app.champs;

import fr.socle.bench.http.IncomingRequest;

/**
 * A correct request, altered in one place.
 *
 * @param place where: header, parameter, element, attribute, such as {@code
 *     /Envelope/Header/Action}
 * @param gesture what was done: {@code retiré}, {@code vidé}, {@code changé}, {@code doublé}
 * @param request the request that results
 */
record Alteration(String place, String gesture, IncomingRequest request) {

  /** Place and gesture, for the table. */
  String label() {
    return place + " " + gesture;
  }
}
