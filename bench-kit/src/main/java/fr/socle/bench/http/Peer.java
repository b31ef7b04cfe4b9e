package fr.socle.bench.http;

/**
 * Who opened a connection.
 *
 * @param address IP address as text, empty when unknown
 * @param port source port, 0 when unknown
 */
public record Peer(String address, int port) {

  /** Nobody in particular, for requests that came by no connection. */
  public static Peer unknown() {
    return new Peer("", 0);
  }
}
