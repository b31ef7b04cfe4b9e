package fr.socle.lps.mss.client;

import java.net.URI;

/** Where the operator of a mailbox is. */
public record Servers(Place submission, Place access) {

  /** A host and a port. */
  public record Place(String host, int port) {

    static Place of(URI address) {
      return new Place(address.getHost(), address.getPort());
    }
  }

  /** From the addresses of a descriptor. */
  public static Servers of(URI submission, URI access) {
    return new Servers(Place.of(submission), Place.of(access));
  }
}
