package fr.socle.bench.wire;

import fr.socle.bench.session.SessionLink;

/** Who is told of what arrives on one listener. Called from several threads at once. */
public interface Intake {
  /**
   * The first byte of a request, of a handshake or of anything else was read. The caller closes the
   * arrival once nothing more can come of it.
   */
  Arrival arrive();

  /**
   * A connection to a listener of lines was opened, or a datagram came to it.
   *
   * @param link what its session sees of it; {@link SessionLink#wake} has {@link
   *     Conversation#woken} called
   */
  Conversation converse(SessionLink link);
}
