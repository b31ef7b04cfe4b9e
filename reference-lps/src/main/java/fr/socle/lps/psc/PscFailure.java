package fr.socle.lps.psc;

import org.jspecify.annotations.Nullable;

/** Pro Santé Connect is down, said no, or nobody answered its page. */
public final class PscFailure extends PscProblem {

  private static final long serialVersionUID = 1L;

  private static final String SESSION_OVER = "session-over";

  private final @Nullable String code;

  PscFailure(String message) {
    this(message, null);
  }

  PscFailure(String message, @Nullable String code) {
    super(message);
    this.code = code;
  }

  /**
   * The OAuth error, or the status of an outage such as {@code 503}; empty when neither is known.
   */
  public String code() {
    return code == null ? "" : code;
  }

  /** Whether the answer was this OAuth error, for instance {@code invalid_grant}. */
  boolean is(String oauthError) {
    return oauthError.equals(code);
  }

  /** The provider gave a token, then did not accept it. */
  static PscFailure noProfile() {
    return new PscFailure(
        "Pro Santé Connect a refusé de donner vos données professionnelles. Recommencez la"
            + " connexion.");
  }

  /** The session no longer stands at the provider: the user has to log in again. */
  static PscFailure sessionOver() {
    return new PscFailure(
        "Votre session Pro Santé Connect est terminée : reconnectez-vous.", SESSION_OVER);
  }

  /** Whether the user has to log in again. */
  public boolean endsSession() {
    return is(SESSION_OVER);
  }
}
