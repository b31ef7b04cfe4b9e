package fr.socle.bench.wire;

/**
 * One request, or one attempt that never became one, from its first byte to the last byte of its
 * answer. Exactly one of the four first methods is called, once, on a thread that may block; then
 * {@link #close()}.
 */
public interface Arrival extends AutoCloseable {
  /** A complete HTTP request. */
  Reply serve(ReceivedRequest request);

  /** Bytes that are not an HTTP request; the answer is given, what becomes of it is not. */
  Reply refuse(RefusedRequest request);

  /** A connection that was left before its request was complete; nobody reads an answer. */
  void abandoned(BrokenRequest request);

  /** A TLS handshake that did not succeed. */
  void handshakeFailed(FailedHandshake handshake);

  /** Nothing more will come of it. */
  @Override
  void close();
}
