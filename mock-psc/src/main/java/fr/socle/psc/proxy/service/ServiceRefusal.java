package fr.socle.psc.proxy.service;

/** What Pro Santé Connect or an authorization server refused, or did not answer at all. */
public final class ServiceRefusal extends Exception {
  private final int status;
  private final String error;
  private final String description;

  /**
   * A refusal.
   *
   * @param status HTTP status; 503 when nobody answered, 504 when the answer took too long, 502
   *     when it was not one
   * @param error code, such as {@code access_denied}; empty without
   * @param description {@code error_description}; empty without
   */
  public ServiceRefusal(int status, String error, String description) {
    super(status + " " + error);
    this.status = status;
    this.error = error;
    this.description = description;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Code, such as {@code access_denied}. */
  public String error() {
    return error;
  }

  /** {@code error_description}. */
  public String description() {
    return description;
  }

  /** Whether nobody could answer: a proxy passes these through, psc.md 2.7 (S: PROXY). */
  public boolean outage() {
    return status >= 502 && status <= 504;
  }
}
