package fr.socle.bench.session;

import fr.socle.bench.http.Peer;

/** The connection of a session, as its service sees it. */
public interface SessionLink {
  /**
   * Has {@link Session#woken()} called soon, or after {@link SessionEndpoint#rest()}. From any
   * thread, at once and without waiting.
   */
  void wake();

  /** Who opened the connection. */
  Peer peer();

  /**
   * Whether it is no connection but one datagram: what the session waits for is the whole of it,
   * and what it answers is sent back in one, or not at all when it is empty.
   */
  default boolean isDatagram() {
    return false;
  }
}
