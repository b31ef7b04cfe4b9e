package fr.socle.bench.client;

import fr.socle.bench.client.api.ApiError;

/** The control API refused a call. */
public final class BenchRefusedException extends RuntimeException {
  private final int status;
  private final ApiError error;

  /** Built from the answer. */
  public BenchRefusedException(int status, ApiError error) {
    super(error.message());
    this.status = status;
    this.error = error;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** What the bench said. */
  public ApiError error() {
    return error;
  }
}
