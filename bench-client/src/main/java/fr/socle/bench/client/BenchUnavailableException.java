package fr.socle.bench.client;

/** The bench did not answer: nothing that follows may be called the LPS's fault. */
public final class BenchUnavailableException extends RuntimeException {
  /** Message in French, with the address that did not answer. */
  public BenchUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
