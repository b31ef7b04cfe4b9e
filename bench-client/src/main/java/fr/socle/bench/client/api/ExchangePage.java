package fr.socle.bench.client.api;

import java.util.List;

/**
 * Exchanges after a cursor, in order.
 *
 * @param exchanges the exchanges
 * @param cursor cursor after the last of them, to ask for what follows
 */
public record ExchangePage(List<Exchange> exchanges, long cursor) {}
