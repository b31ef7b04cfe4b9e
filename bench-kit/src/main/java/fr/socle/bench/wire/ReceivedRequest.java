package fr.socle.bench.wire;

import fr.socle.bench.http.Peer;
import fr.socle.bench.http.TlsFacts;

/**
 * One complete HTTP request.
 *
 * @param head request line and headers
 * @param body bytes of the body, transfer coding removed; empty when {@code truncated}
 * @param raw bytes as on the wire, at most what the bench keeps
 * @param size bytes received, whatever was kept
 * @param truncated whether the body is over the limit of the listener
 * @param persistent whether the connection may serve another request
 * @param interim bytes of an interim answer already sent, usually none
 * @param tls what TLS told
 * @param peer who sent it
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReceivedRequest(
    RequestHead head,
    byte[] body,
    Spool raw,
    long size,
    boolean truncated,
    boolean persistent,
    byte[] interim,
    TlsFacts tls,
    Peer peer) {}
