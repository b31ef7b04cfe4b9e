package fr.socle.mss.protocol.mail;

/** One exchange of a session of the mail. */
public sealed interface MailExchange permits MailCommand, SubmittedMail {
  /** Its connection. */
  SessionFacts session();
}
