package fr.socle.psc.exchange.service;

/** Asks Pro Santé Connect what a token is worth (psc.md 2.5). Called from several threads. */
@FunctionalInterface
public interface PscIntrospection {
  /**
   * What it is worth.
   *
   * @throws PscUnreachableException if Pro Santé Connect does not answer
   */
  SubjectStanding introspect(String token);

  /** Pro Santé Connect did not answer, or not as it should. */
  final class PscUnreachableException extends RuntimeException {
    /** Built with why, French. */
    public PscUnreachableException(String message) {
      super(message);
    }
  }
}
