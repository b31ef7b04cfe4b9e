package fr.socle.lps.proxy;

/** Why a call of the Proxy e-Santé did not go through; the message is French, for the user. */
public final class ProxyProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean sessionOver;

  private ProxyProblem(String message, boolean sessionOver) {
    super(message);
    this.sessionOver = sessionOver;
  }

  static ProxyProblem of(String message) {
    return new ProxyProblem(message, false);
  }

  /** The proxy no longer knows the session: the user has to log in again. */
  static ProxyProblem sessionOver() {
    return new ProxyProblem(
        "votre session au Proxy e-Santé est finie : reconnectez-vous, puis recommencez", true);
  }

  /** Whether the user has to log in again. */
  public boolean endsSession() {
    return sessionOver;
  }

  /** The message for the user. */
  public String told() {
    return String.valueOf(getMessage());
  }
}
