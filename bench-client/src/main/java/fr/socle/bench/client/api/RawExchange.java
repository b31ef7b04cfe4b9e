package fr.socle.bench.client.api;

/**
 * An exchange with its bytes.
 *
 * @param exchange the exchange
 * @param request bytes received, head and body as on the wire (base64 in JSON), the first 16 MiB;
 *     {@code raw/request} gives all that is kept
 * @param response bytes sent, the first 16 MiB; {@code raw/response} gives all
 * @param truncated whether the request was longer than that, or than the bench keeps; sizes tell
 *     the truth
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawExchange(Exchange exchange, byte[] request, byte[] response, boolean truncated) {}
