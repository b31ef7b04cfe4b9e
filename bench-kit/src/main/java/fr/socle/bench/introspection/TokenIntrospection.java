package fr.socle.bench.introspection;

import org.jspecify.annotations.Nullable;

/** Asks Pro Santé Connect about a token. Called from several threads; it may block. */
@FunctionalInterface
public interface TokenIntrospection {
  /**
   * What Pro Santé Connect says of a token.
   *
   * @throws UnreachableException when it cannot be asked
   */
  Standing introspect(String token) throws UnreachableException;

  /**
   * What was said.
   *
   * @param active whether the token is good now
   * @param nationalId whose it is; null when it was not said
   */
  record Standing(boolean active, @Nullable String nationalId) {}

  /** Nobody answered, or nothing readable. */
  final class UnreachableException extends Exception {
    /**
     * Why.
     *
     * @param message one French clause
     */
    public UnreachableException(String message) {
      super(message);
    }
  }
}
