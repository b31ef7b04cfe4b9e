package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;

/**
 * A request that was left before its end.
 *
 * @param raw bytes seen
 * @param size how many were received
 * @param code short stable word
 * @param reason what happened, French, with the mend
 * @param interim bytes of an interim answer already sent, usually none
 * @param tls what TLS told
 */
@SuppressWarnings("ArrayRecordComponent")
public record BrokenRequest(
    Content raw, long size, String code, String reason, byte[] interim, TlsFacts tls) {}
