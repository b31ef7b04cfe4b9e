package fr.socle.features.report.exchange;

/**
 * The bytes of an exchange.
 *
 * @param request bytes received, head and body
 * @param response bytes sent
 * @param truncated whether the request was longer than the bench keeps
 */
@SuppressWarnings("ArrayRecordComponent")
public record RecordedBytes(byte[] request, byte[] response, boolean truncated) {}
