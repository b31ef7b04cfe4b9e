package fr.socle.mss.protocol.mail;

/**
 * A command, other than a message that is submitted.
 *
 * @param session its connection
 * @param verb command, upper case; empty for what is none
 * @param attempt the credentials it presented, when it authenticates
 * @param refusal word of the refusal; empty when it succeeded
 */
public record MailCommand(SessionFacts session, String verb, Attempt attempt, String refusal)
    implements MailExchange {
  /**
   * An authentication.
   *
   * @param mechanism mechanism, upper case; empty when it is none
   * @param secret whether a response was sent
   * @param digest tells two responses apart; empty without one
   * @param hurried whether the client sent more before the answer to its response
   */
  public record Attempt(String mechanism, boolean secret, String digest, boolean hurried) {
    /** No authentication. */
    public static final Attempt NONE = new Attempt("", false, "", false);
  }

  /** Whether it authenticates. */
  public boolean isAuthentication() {
    return !attempt.mechanism().isEmpty();
  }
}
