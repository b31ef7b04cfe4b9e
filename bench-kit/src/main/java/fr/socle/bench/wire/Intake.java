package fr.socle.bench.wire;

import fr.socle.bench.http.Peer;

/** Who is told of what arrives on one listener. Called from several threads at once. */
public interface Intake {
  /**
   * The first byte of a request, of a handshake or of anything else was read. The caller closes the
   * arrival once nothing more can come of it.
   */
  Arrival arrive();

  /**
   * A connection to a listener of lines was opened.
   *
   * @param waker has {@link Conversation#woken} called
   * @param peer who opened it
   */
  Conversation converse(Runnable waker, Peer peer);
}
