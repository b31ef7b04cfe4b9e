package fr.socle.bench.http;

import fr.socle.bench.content.Content;
import fr.socle.bench.content.Scratch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One HTTP request, complete.
 *
 * @param listener name of the listener that received it
 * @param method method
 * @param target path and query as received
 * @param headers headers in order
 * @param content bytes of the body, transfer coding removed
 * @param tls what TLS told
 * @param receivedAt when its first byte was read
 * @param peer who sent it
 * @param scratch where bytes made of it may wait, until its answer has left
 */
public record IncomingRequest(
    String listener,
    String method,
    String target,
    Headers headers,
    Content content,
    TlsFacts tls,
    Instant receivedAt,
    Peer peer,
    Scratch scratch) {

  /** A request whose body is in memory. */
  public IncomingRequest(
      String listener,
      String method,
      String target,
      Headers headers,
      byte[] body,
      TlsFacts tls,
      Instant receivedAt,
      Peer peer) {
    this(
        listener,
        method,
        target,
        headers,
        Content.of(body),
        tls,
        receivedAt,
        peer,
        Scratch.inMemory());
  }

  /** A request that came by no connection. */
  public IncomingRequest(
      String listener,
      String method,
      String target,
      Headers headers,
      byte[] body,
      TlsFacts tls,
      Instant receivedAt) {
    this(listener, method, target, headers, body, tls, receivedAt, Peer.unknown());
  }

  /** Bytes of the body, in memory: for services whose messages are small. */
  public byte[] body() {
    return content.all();
  }

  /** Path without query, still percent-encoded. */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** Parameters of the query. */
  public Parameters query() {
    int mark = target.indexOf('?');
    return Parameters.parse(mark < 0 ? "" : target.substring(mark + 1));
  }

  /** Parameters of a form body; whether it is one is for the caller to check. */
  public Parameters form() {
    return Parameters.parse(new String(body(), StandardCharsets.UTF_8));
  }
}
