package fr.socle.bench.check;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;

/**
 * One exchange as a check sees it.
 *
 * @param <M> decoded message of the transaction
 * @param message decoded message
 * @param request request as received
 * @param answer answer as decided
 */
public record CheckedExchange<M>(M message, IncomingRequest request, Answer answer) {}
