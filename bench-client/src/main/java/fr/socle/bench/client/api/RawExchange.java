package fr.socle.bench.client.api;

/**
 * An exchange with its bytes.
 *
 * @param exchange the exchange
 * @param request bytes received, head and body as on the wire (base64 in JSON)
 * @param response bytes sent
 * @param truncated whether the request was longer than the bench keeps; sizes tell the truth
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawExchange(Exchange exchange, byte[] request, byte[] response, boolean truncated) {}
