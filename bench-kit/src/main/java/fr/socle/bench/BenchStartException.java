package fr.socle.bench;

import org.jspecify.annotations.Nullable;

/** A bench could not start; the message says why and how to mend it, in French. */
public final class BenchStartException extends RuntimeException {
  /** Built with what the user reads. */
  public BenchStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
