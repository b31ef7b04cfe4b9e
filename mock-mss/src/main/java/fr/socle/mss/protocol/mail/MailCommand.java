package fr.socle.mss.protocol.mail;

import fr.socle.mss.protocol.sasl.TokenSession;
import fr.socle.mss.service.Mailbox;
import org.jspecify.annotations.Nullable;

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
   * @param aim whom it says it is
   */
  public record Attempt(String mechanism, boolean secret, String digest, boolean hurried, Aim aim) {
    /** No authentication. */
    public static final Attempt NONE = new Attempt("", false, "", false, Aim.NOBODY);
  }

  /**
   * Whom an authentication says it is, granted or not.
   *
   * @param login login or {@code user=}, as written; empty when it could not be read
   * @param mailbox the mailbox of this address; null when there is none
   * @param session session of Pro Santé Connect of its token, as far as the token says
   */
  public record Aim(String login, @Nullable Mailbox mailbox, TokenSession session) {
    /** It does not say. */
    public static final Aim NOBODY = new Aim("", null, TokenSession.NONE);
  }

  /** Whether it is for a mailbox of a kind, as far as it can be told. */
  public boolean aimsAt(Mailbox.Kind kind) {
    Mailbox aimed = attempt.aim().mailbox();
    return session.isOf(kind) || (aimed != null && aimed.kind() == kind);
  }

  /** Whether it authenticates. */
  public boolean isAuthentication() {
    return !attempt.mechanism().isEmpty();
  }
}
