package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;

/**
 * Bytes that the HTTP parser refused.
 *
 * @param raw bytes seen
 * @param size how many were received
 * @param status status of the answer, such as 400 or 431
 * @param reason why, French, with the mend
 * @param interim bytes of an interim answer already sent, usually none
 * @param tls what TLS told
 */
@SuppressWarnings("ArrayRecordComponent")
public record RefusedRequest(
    Content raw, long size, int status, String reason, byte[] interim, TlsFacts tls) {}
