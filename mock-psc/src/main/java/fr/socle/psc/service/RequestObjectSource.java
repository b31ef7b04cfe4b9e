package fr.socle.psc.service;

/** Reads a request object at the address that a client registered. Called from several threads. */
@FunctionalInterface
public interface RequestObjectSource {
  /**
   * Reads it; bounded in time and in length, no redirect followed.
   *
   * @param address absolute http or https address, without fragment
   * @throws UnreadableException when there is none
   */
  String read(String address) throws UnreadableException;

  /** There is no request object at an address. */
  final class UnreadableException extends Exception {
    /** Why, French. */
    public UnreadableException(String message) {
      super(message);
    }
  }
}
