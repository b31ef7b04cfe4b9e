package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.content.Scratch;
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
 * @param scratch where more of its bytes may wait, until its answer has left
 * @param tls what TLS told
 * @param peer who sent it
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReceivedRequest(
    RequestHead head,
    Content body,
    Content raw,
    long size,
    boolean truncated,
    boolean persistent,
    byte[] interim,
    Scratch scratch,
    TlsFacts tls,
    Peer peer) {}
