package fr.socle.bench.control;

import fr.socle.bench.client.api.ApiError;

/** A call that the control API itself refuses, before any operation of the bench. */
final class ControlRefusal extends RuntimeException {
  private final int status;
  private final ApiError error;

  /**
   * Built with the answer.
   *
   * @param status HTTP status
   * @param code short stable word
   * @param message what happened and how to mend it, French
   */
  ControlRefusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.error = new ApiError(code, message);
  }

  int status() {
    return status;
  }

  ApiError error() {
    return error;
  }
}
